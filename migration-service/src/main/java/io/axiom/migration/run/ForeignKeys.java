package io.axiom.migration.run;

import io.axiom.language.Texts;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.sql.syntax.Statement.SetParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQLite: what a migration that switches foreign keys off leaves of them. Step 11 of <a
 * href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite's twelve</a>: {@code PRAGMA foreign_key_check} before the commit.
 */
final class ForeignKeys {
    private static final int SHOWN = 3;
    private static final Set<String> OFF = Set.of("0", "off", "no", "false");

    private final SqlSession session;
    private final Task task;
    private final boolean watched;
    private final Set<List<String>> before = new HashSet<>();

    ForeignKeys(SqlSession session, Task task) {
        this.session = session;
        this.task = task;
        this.watched =
                session.engine() == Engine.SQLITE && task.statements().stream().anyMatch(ForeignKeys::off);
    }

    private static boolean off(String text) {
        return text.toLowerCase(Locale.ROOT).contains("foreign_keys")
                && Words.read(Engine.SQLITE, text) instanceof SetParameter set
                && set.name().substring(set.name().lastIndexOf('.') + 1).equals("foreign_keys")
                && OFF.contains(String.valueOf(set.value()));
    }

    /** What is broken already is not the migration's doing. */
    void remember() {
        if (watched) {
            violations().forEach(row -> before.add(key(row)));
        }
    }

    /**
     * To be called when every statement has run, and nothing is committed yet.
     *
     * @param state what state the database is in when this fails
     * @throws RunFailure {@code migration.run.foreign-keys-broken}
     */
    void check(String state) {
        if (!watched) {
            return;
        }
        List<Row> broken =
                violations().stream().filter(row -> !before.contains(key(row))).toList();
        if (broken.isEmpty()) {
            return;
        }
        List<String> told =
                new ArrayList<>(broken.stream().limit(SHOWN).map(this::sentence).toList());
        if (broken.size() > SHOWN) {
            told.add("and " + (broken.size() - SHOWN) + " more");
        }
        throw Failures.of(
                task,
                "foreign-keys-broken",
                "Migration " + task.id() + " switches foreign keys off and leaves rows that refer to none: "
                        + String.join("; ", told) + ".",
                state,
                "Give these rows what they refer to, or take them away, in the migration; PRAGMA foreign_key_check lists them."
                        + " Then run it again.");
    }

    private List<Row> violations() {
        return session.query("PRAGMA foreign_key_check");
    }

    private static List<String> key(Row row) {
        return List.of(row.text("table"), row.text("rowid"), row.text("parent"), row.text("fkid"));
    }

    private String sentence(Row row) {
        String table = row.text("table");
        String rowid = row.text("rowid");
        List<String> columns =
                session.query("PRAGMA foreign_key_list(" + Engine.SQLITE.identifier(table) + ")").stream()
                        .filter(part -> part.text("id").equals(row.text("fkid")))
                        .map(part -> part.text("from"))
                        .toList();
        String which = rowid.isEmpty() ? "a row" : "row " + rowid;
        return which + " of " + table + values(table, rowid, columns) + " refers to no row of " + row.text("parent");
    }

    private String values(String table, String rowid, List<String> columns) {
        if (rowid.isEmpty() || columns.isEmpty()) {
            return "";
        }
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            Row found = session.query("SELECT " + Engine.SQLITE.identifier(column) + " AS value FROM "
                            + Engine.SQLITE.identifier(table) + " WHERE rowid = " + rowid)
                    .getFirst();
            values.add(column + " = " + Texts.shorten(found.text("value"), 60));
        }
        return " (" + String.join(", ", values) + ")";
    }
}
