package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The statements that read and write the history and its copy. */
final class HistoryTable {
    private HistoryTable() {}

    /**
     * Makes what is missing.
     *
     * @throws RejectedException {@code migration.run.history-foreign}
     */
    static void prepare(SqlSession session, TargetSql sql) {
        List<String> existing = sql.existing(session);
        if (existing.contains(TargetSql.HISTORY)) {
            requireOurs(session, sql);
        }
        if (existing.size() < 4) {
            sql.create(session, existing);
        }
    }

    private static void requireOurs(SqlSession session, TargetSql sql) {
        try {
            session.query("SELECT " + TargetSql.COLUMNS + " FROM " + sql.table(TargetSql.HISTORY) + " WHERE 1 = 0");
        } catch (SqlFailure e) {
            throw new RejectedException(new Rejection(
                    "migration.run.history-foreign",
                    Rejection.Kind.CONFLICT,
                    "The table schema_migrations is not Axiom's: " + e.getMessage() + ".",
                    "It may be another tool's (Rails, golang-migrate): rename it, then baseline what it lists."));
        }
    }

    static List<HistoryEntry> entries(SqlSession session, TargetSql sql, String where) {
        List<HistoryEntry> entries = new ArrayList<>();
        String query = "SELECT id, version, name, description, type, checksum, " + sql.micros("executed_at")
                + " AS at_micros, execution_time, status FROM " + sql.table(TargetSql.HISTORY) + where
                + " ORDER BY executed_at, version, id";
        for (Row row : session.query(query)) {
            entries.add(entry(row));
        }
        return entries;
    }

    private static HistoryEntry entry(Row row) {
        String micros = row.text("at_micros");
        return new HistoryEntry(
                row.text("id"),
                row.text("version"),
                row.text("name"),
                row.get("description"),
                row.text("type"),
                row.text("checksum"),
                Instant.EPOCH.plus(micros.isEmpty() ? 0 : Long.parseLong(micros), ChronoUnit.MICROS),
                row.get("execution_time") == null ? null : Duration.ofMillis(row.number("execution_time")),
                Status.of(row.text("id"), row.text("status")));
    }

    /** The row as it is from now on, in the history and its copy. */
    static List<String> put(TargetSql sql, Task task, Status status, long millis) {
        String time = millis < 0 ? "NULL" : Long.toString(Math.min(millis, Integer.MAX_VALUE));
        String values = "SELECT " + sql.literal(task.id()) + ", " + sql.literal(task.version()) + ", "
                + sql.literal(task.name()) + ", " + sql.literal(task.description()) + ", " + sql.literal(task.type())
                + ", " + sql.literal(task.checksum()) + ", " + sql.now() + ", " + time + ", "
                + sql.literal(status.word());
        return List.of(sql.put(TargetSql.HISTORY, "id", TargetSql.COLUMNS, values), copy(sql, task.id()));
    }

    static String copy(TargetSql sql, String id) {
        String source = "SELECT " + TargetSql.COLUMNS + " FROM " + sql.table(TargetSql.HISTORY) + " WHERE id = "
                + sql.literal(id);
        return sql.put(TargetSql.COPY, "id", TargetSql.COLUMNS, source);
    }

    static List<String> status(TargetSql sql, String id, String word) {
        return both(sql, "UPDATE ", " SET status = " + sql.literal(word) + " WHERE id = " + sql.literal(id));
    }

    static List<String> delete(TargetSql sql, String id) {
        return both(sql, "DELETE FROM ", " WHERE id = " + sql.literal(id));
    }

    private static List<String> both(TargetSql sql, String before, String after) {
        return List.of(before + sql.table(TargetSql.HISTORY) + after, before + sql.table(TargetSql.COPY) + after);
    }

    /** What the history says otherwise than its copy. */
    static List<HistoryEdit> edits(SqlSession session, TargetSql sql) {
        String history = sql.table(TargetSql.HISTORY);
        String copy = sql.table(TargetSql.COPY);
        List<HistoryEdit> edits = new ArrayList<>();
        for (Row row : session.query(
                "SELECT c.id AS id, h.id AS found, c.status AS was, h.status AS status, c.checksum AS old_sum,"
                        + " h.checksum AS checksum FROM " + copy + " c LEFT JOIN " + history + " h ON h.id = c.id"
                        + " WHERE h.id IS NULL OR h.checksum <> c.checksum OR h.status <> c.status ORDER BY c.id")) {
            String id = row.text("id");
            if (row.get("found") == null) {
                edits.add(new HistoryEdit(
                        id,
                        HistoryEdit.Kind.DELETED,
                        "The row of " + id + ", which was " + row.text("was") + ", was deleted by hand."));
            } else if (!row.text("old_sum").equals(row.text("checksum"))) {
                edits.add(new HistoryEdit(
                        id,
                        HistoryEdit.Kind.CHECKSUM,
                        "The checksum of " + id + " was changed by hand from " + row.text("old_sum") + " to "
                                + row.text("checksum") + "."));
            } else {
                edits.add(new HistoryEdit(
                        id,
                        HistoryEdit.Kind.STATUS,
                        "The status of " + id + " was changed by hand from " + row.text("was") + " to "
                                + row.text("status") + "."));
            }
        }
        for (Row row : session.query("SELECT h.id AS id, h.status AS status FROM " + history + " h LEFT JOIN " + copy
                + " c ON c.id = h.id WHERE c.id IS NULL ORDER BY h.id")) {
            edits.add(new HistoryEdit(
                    row.text("id"),
                    HistoryEdit.Kind.INSERTED,
                    "A row of " + row.text("id") + ", " + row.text("status") + ", was added by hand."));
        }
        return edits;
    }
}
