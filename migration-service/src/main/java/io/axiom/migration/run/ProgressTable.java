package io.axiom.migration.run;

import io.axiom.language.json.Json;
import io.axiom.language.migration.Direction;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The statements that read and write {@code axiom_progress}: how far what runs statement by statement has come. */
final class ProgressTable {
    private ProgressTable() {}

    /**
     * A row of it.
     *
     * @param was status of the migration before; empty where it had no row
     * @param begun whether the statement after {@code done} was begun outside of a transaction
     * @param before the schema before that, packed
     * @param table and the key its ranges are of
     */
    record Saved(
            String id,
            Direction direction,
            String checksum,
            List<String> statements,
            String was,
            int done,
            boolean begun,
            @Nullable String before,
            @Nullable String table,
            Cursor cursor) {
        boolean untouched() {
            return done == 0 && !begun && cursor.rows() == 0;
        }

        /** How many of its statements are in the database, one included of which only the first ranges are. */
        int touched() {
            return done + (cursor.rows() > 0 ? 1 : 0);
        }

        Unfinished unfinished() {
            return new Unfinished(id, direction, checksum, statements, done, begun, cursor.rows());
        }
    }

    /**
     * How far a statement has gone through its table.
     *
     * @param key the last that is done; null before the first range
     * @param end the last there was when it began; null where the table was empty or nothing has begun
     */
    record Cursor(@Nullable String key, @Nullable String end, long rows, long total, long changed, long number) {
        static final Cursor NONE = new Cursor(null, null, 0, -1, 0, 0);

        boolean begun() {
            return total >= 0;
        }
    }

    static List<Saved> all(SqlSession session, TargetSql sql) {
        return read(session, sql, "");
    }

    static @Nullable Saved of(SqlSession session, TargetSql sql, String id) {
        List<Saved> found = read(session, sql, " WHERE migration = " + sql.literal(id));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<Saved> read(SqlSession session, TargetSql sql, String where) {
        List<Saved> all = new ArrayList<>();
        for (Row row : session.query("SELECT * FROM " + sql.table(TargetSql.PROGRESS) + where)) {
            List<String> statements = new ArrayList<>();
            for (JsonNode statement : Json.mapper().readTree(row.text("statements"))) {
                statements.add(statement.asString());
            }
            all.add(new Saved(
                    row.text("migration"),
                    Direction.valueOf(row.text("direction").toUpperCase(Locale.ROOT)),
                    row.text("checksum"),
                    List.copyOf(statements),
                    row.text("was"),
                    row.number("done"),
                    row.number("begun") != 0,
                    row.get("before_schema"),
                    row.get("batch_of"),
                    new Cursor(
                            row.get("batch_key"),
                            row.get("batch_end"),
                            Long.parseLong(row.text("batch_rows")),
                            Long.parseLong(row.text("batch_total")),
                            Long.parseLong(row.text("batch_changed")),
                            Long.parseLong(row.text("batch_number")))));
        }
        return all;
    }

    static String start(TargetSql sql, Task task, String was) {
        return "INSERT INTO " + sql.table(TargetSql.PROGRESS)
                + " (migration, direction, checksum, statements, was, done, begun, batch_of, batch_rows, batch_total,"
                + " batch_changed, batch_number) VALUES (" + sql.literal(task.id()) + ", "
                + sql.literal(task.direction().word()) + ", " + sql.literal(task.checksum()) + ", "
                + sql.literal(Json.mapper().writeValueAsString(task.statements())) + ", " + sql.literal(was)
                + ", 0, 0, " + sql.literal(table(task)) + ", 0, -1, 0, 0)";
    }

    static @Nullable String table(Task task) {
        return task.batches() == null
                ? null
                : task.batches().table() + " by " + task.batches().key();
    }

    /** The task goes on with other statements after those that are done. */
    static String mend(TargetSql sql, Task task) {
        return update(
                sql,
                task.id(),
                "batch_of = " + sql.literal(table(task)) + ", statements = "
                        + sql.literal(Json.mapper().writeValueAsString(task.statements())) + ", checksum = "
                        + sql.literal(task.checksum()));
    }

    static String done(TargetSql sql, String id, int number) {
        return update(
                sql,
                id,
                "done = " + number + ", begun = 0, before_schema = NULL, batch_key = NULL, batch_end = NULL,"
                        + " batch_rows = 0, batch_total = -1, batch_changed = 0, batch_number = 0");
    }

    static String begun(TargetSql sql, String id, @Nullable String before) {
        return update(sql, id, "begun = 1, before_schema = " + sql.literal(before));
    }

    static String notBegun(TargetSql sql, String id) {
        return update(sql, id, "begun = 0, before_schema = NULL");
    }

    static String at(TargetSql sql, String id, Cursor cursor) {
        return update(
                sql,
                id,
                "batch_key = " + sql.literal(cursor.key()) + ", batch_end = "
                        + sql.literal(cursor.end()) + ", batch_rows = " + cursor.rows() + ", batch_total = "
                        + cursor.total()
                        + ", batch_changed = " + cursor.changed() + ", batch_number = " + cursor.number());
    }

    static String end(TargetSql sql, String id) {
        return "DELETE FROM " + sql.table(TargetSql.PROGRESS) + " WHERE migration = " + sql.literal(id);
    }

    private static String update(TargetSql sql, String id, String set) {
        return "UPDATE " + sql.table(TargetSql.PROGRESS) + " SET " + set + " WHERE migration = " + sql.literal(id);
    }
}
