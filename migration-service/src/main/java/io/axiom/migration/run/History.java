package io.axiom.migration.run;

import io.axiom.migration.database.SqlSession;
import java.util.List;

/**
 * The table {@code schema_migrations} of a target database. A second table {@code axiom_history} repeats what the runner wrote, so
 * that edits by hand are seen. Every method throws {@code SqlFailure} where the database refuses.
 */
public final class History {
    private final SqlSession session;

    private History(SqlSession session) {
        this.session = session;
    }

    /** The history of the database a session is in; reads only, until something is to be written. */
    public static History of(SqlSession session) {
        return new History(session);
    }

    /** In the order they were executed; empty where there is no table yet. */
    public List<HistoryEntry> entries() {
        throw new UnsupportedOperationException(session.toString());
    }

    /** What was changed by hand. */
    public List<HistoryEdit> edits() {
        throw new UnsupportedOperationException();
    }

    /** Migrations that stopped between two statements. */
    public List<Unfinished> unfinished() {
        throw new UnsupportedOperationException();
    }

    /** Writes down that these are in the database already, in one transaction. Those the history knows as in place are left as they are. */
    public void baseline(List<Task> tasks) {
        throw new UnsupportedOperationException();
    }

    /** Takes another checksum for the right one: the file was changed, and what it makes was not. */
    public void repair(String id, String newChecksum) {
        throw new UnsupportedOperationException(id + newChecksum);
    }

    /** Undoes an edit by hand: the row is again as the runner wrote it. */
    public void restore(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** Takes an edit by hand for the truth. */
    public void accept(String id) {
        throw new UnsupportedOperationException(id);
    }
}
