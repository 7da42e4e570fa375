package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.run.ProgressTable.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table {@code schema_migrations} of a target database. A second table {@code axiom_history} repeats what the runner wrote, so
 * that edits by hand are seen. Every method throws {@link SqlFailure} where the database refuses.
 */
public final class History {
    private final SqlSession session;
    private final TargetSql sql;

    private History(SqlSession session) {
        this.session = session;
        this.sql = TargetSql.of(session);
    }

    /** The history of the database a session is in; makes tables only when something is to be written. */
    public static History of(SqlSession session) {
        return new History(session);
    }

    /** In the order they were executed; empty where there is no table yet. */
    public List<HistoryEntry> entries() {
        return sql.existing(session).contains(TargetSql.HISTORY) ? HistoryTable.entries(session, sql, "") : List.of();
    }

    /** What was changed by hand; empty where no runner has written yet. */
    public List<HistoryEdit> edits() {
        List<String> existing = sql.existing(session);
        return existing.contains(TargetSql.COPY) && existing.contains(TargetSql.HISTORY)
                ? HistoryTable.edits(session, sql)
                : List.of();
    }

    /** Migrations that stopped between two statements. */
    public List<Unfinished> unfinished() {
        return sql.existing(session).contains(TargetSql.PROGRESS)
                ? ProgressTable.all(session, sql).stream()
                        .map(Saved::unfinished)
                        .toList()
                : List.of();
    }

    /**
     * How many statements of an unfinished migration are in the database; one of which only the first ranges of rows are counts.
     * Looks only.
     *
     * @param address of the same database, to measure a statement that was begun
     * @throws RejectedException {@code migration.run.undetermined} where that cannot be found out
     */
    public int touched(String id, DatabaseAddress address) {
        Saved saved = ProgressTable.of(session, sql, id);
        if (saved == null || !saved.begun()) {
            return saved == null ? 0 : saved.touched();
        }
        String text = saved.statements().get(saved.done());
        Recovery.Verdict verdict = session.engine() == Engine.MARIADB
                ? new Recovery(address, session).find(text, SchemaBefore.unpack(String.valueOf(saved.before())))
                : new Recovery.Verdict.Unknown("it is found out when the migration goes on");
        return switch (verdict) {
            case Recovery.Verdict.Happened _ -> saved.done() + 1;
            case Recovery.Verdict.DidNot not when not.instead().equals(text) -> saved.done();
            case Recovery.Verdict.DidNot _ -> throw undetermined(id, text, "it happened in part");
            case Recovery.Verdict.Unknown unknown -> throw undetermined(id, text, unknown.why());
        };
    }

    private static RejectedException undetermined(String id, String text, String why) {
        return new RejectedException(new Rejection(
                "migration.run.undetermined",
                Rejection.Kind.CONFLICT,
                "Migration " + id + " stopped while a statement was executed, and whether that happened is not known: "
                        + why + ". The statement: " + Texts.shorten(text.strip(), 300),
                "Go on with it first (axiom migration run); then take it back."));
    }

    /** Writes down that these are in the database already, in one transaction. Those the history knows are left as they are. */
    public void baseline(List<Task> tasks) {
        HistoryTable.prepare(session, sql);
        Map<String, HistoryEntry> known =
                entries().stream().collect(Collectors.toMap(HistoryEntry::id, entry -> entry, (a, _) -> a));
        List<String> script = new ArrayList<>();
        for (Task task : tasks) {
            HistoryEntry entry = known.get(task.id());
            if (entry == null || entry.status() == Status.ROLLED_BACK) {
                script.addAll(HistoryTable.put(sql, task, Status.BASELINE, -1));
            }
        }
        write(script);
    }

    /** Takes another checksum for the right one: the file was changed, and what it makes was not. */
    public void repair(String id, String newChecksum) {
        requireKnown(id);
        HistoryTable.prepare(session, sql);
        write(List.of(
                "UPDATE " + sql.table(TargetSql.HISTORY) + " SET checksum = " + sql.literal(newChecksum)
                        + " WHERE id = " + sql.literal(id),
                HistoryTable.copy(sql, id)));
    }

    /** Undoes an edit by hand: the row is again as the runner wrote it. */
    public void restore(String id) {
        requireEdited(id);
        String copy =
                "SELECT " + TargetSql.COLUMNS + " FROM " + sql.table(TargetSql.COPY) + " WHERE id = " + sql.literal(id);
        write(List.of(
                "DELETE FROM " + sql.table(TargetSql.HISTORY) + " WHERE id = " + sql.literal(id),
                "INSERT INTO " + sql.table(TargetSql.HISTORY) + " (" + TargetSql.COLUMNS + ") " + copy));
    }

    /** Takes an edit by hand for the truth. */
    public void accept(String id) {
        requireEdited(id);
        write(List.of(
                "DELETE FROM " + sql.table(TargetSql.COPY) + " WHERE id = " + sql.literal(id),
                HistoryTable.copy(sql, id)));
    }

    /**
     * Says whether the statement happened at which an unfinished migration stopped and of which that could not be found out.
     *
     * @throws RejectedException {@code migration.run.nothing-to-settle}
     */
    public void settle(String id, boolean happened) {
        Saved saved = sql.existing(session).contains(TargetSql.PROGRESS) ? ProgressTable.of(session, sql, id) : null;
        if (saved == null || !saved.begun()) {
            throw refused("nothing-to-settle", "Of no statement of " + id + " is it unknown whether it happened.");
        }
        write(List.of(happened ? ProgressTable.done(sql, id, saved.done() + 1) : ProgressTable.notBegun(sql, id)));
    }

    private void requireKnown(String id) {
        if (entries().stream().noneMatch(entry -> entry.id().equals(id))) {
            throw refused("not-in-history", "The history does not know " + id + ".");
        }
    }

    private void requireEdited(String id) {
        if (edits().stream().noneMatch(edit -> edit.id().equals(id))) {
            throw refused("not-edited", "The row of " + id + " was not edited by hand.");
        }
    }

    private static RejectedException refused(String code, String detail) {
        return new RejectedException(new Rejection(
                "migration.run." + code, Rejection.Kind.CONFLICT, detail, "See the history for what there is."));
    }

    private void write(List<String> statements) {
        session.begin();
        try {
            sql.script(session, statements);
            session.commit();
        } catch (SqlFailure e) {
            session.rollback();
            throw e;
        }
    }
}
