package io.axiom.migration.sql;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A database engine whose SQL is understood here. */
public enum Dialect {
    POSTGRESQL("PostgreSQL", Lexis.POSTGRESQL),
    MYSQL("MySQL", Lexis.MYSQL),
    MARIADB("MariaDB", Lexis.MYSQL),
    SQLITE("SQLite", Lexis.SQLITE);

    private final String title;
    private final Lexis lexis;

    Dialect(String title, Lexis lexis) {
        this.title = title;
        this.lexis = lexis;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }

    /** How its text falls into tokens. */
    public Lexis lexis() {
        return lexis;
    }

    /** The word used in files, commands and JSON: {@code postgresql}, {@code mysql}, {@code mariadb}, {@code sqlite}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** MySQL and MariaDB share their traps. */
    public boolean isMySqlFamily() {
        return this == MYSQL || this == MARIADB;
    }

    /**
     * The dialect of a word, in any case; {@code postgres} and {@code pg} are understood too.
     *
     * @throws RejectedException {@code migration.dialect.unknown}
     */
    public static Dialect of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("postgres") || lower.equals("pg")) {
            return POSTGRESQL;
        }
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equals(lower))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "migration.dialect.unknown",
                        Rejection.Kind.INVALID,
                        "No dialect is called '" + Texts.shorten(lower, 41) + "'.",
                        "Use one of "
                                + Arrays.stream(values()).map(Dialect::word).collect(Collectors.joining(", ")) + ".")));
    }
}
