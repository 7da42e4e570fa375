package io.axiom.migration.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.axiom.migration.sql.Dialect;

/** A database engine migrations run on. MariaDB stands for everything that speaks MySQL's protocol and dialect. */
public enum Engine {
    @JsonProperty("postgresql")
    POSTGRESQL("PostgreSQL", '"'),
    @JsonProperty("mariadb")
    MARIADB("MariaDB", '`'),
    @JsonProperty("sqlite")
    SQLITE("SQLite", '"');

    private final String title;
    private final char quote;

    Engine(String title, char quote) {
        this.title = title;
        this.quote = quote;
    }

    /** The name its makers write. */
    public String title() {
        return title;
    }

    /** How its SQL is read. */
    public Dialect dialect() {
        return switch (this) {
            case POSTGRESQL -> Dialect.POSTGRESQL;
            case MARIADB -> Dialect.MARIADB;
            case SQLITE -> Dialect.SQLITE;
        };
    }

    /** The identifier, always quoted. */
    public String identifier(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    /** The text as an SQL string literal. */
    public String literal(String text) {
        String doubled = text.replace("'", "''");
        return switch (this) {
            case POSTGRESQL ->
                text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
            case MARIADB -> "'" + doubled.replace("\\", "\\\\") + "'";
            case SQLITE -> "'" + doubled + "'";
        };
    }
}
