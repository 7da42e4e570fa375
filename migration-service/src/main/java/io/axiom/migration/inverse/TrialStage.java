package io.axiom.migration.inverse;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The database on which each statement is tried and its effect read off the catalog. For one thread at a time. */
final class TrialStage implements AutoCloseable {
    private final DatabaseAddress server;
    private final Set<ObjectId> planted = new HashSet<>();
    private Scratch scratch;
    /** Where it stands. */
    private Capture at;

    private boolean rebuilt;

    TrialStage(DatabaseAddress server, Snapshot schema) {
        this.server = server;
        this.scratch = ProofStage.built(server, schema);
        this.at = scratch.capture();
    }

    Snapshot at() {
        return at.snapshot();
    }

    /** Whether it was made anew in between, and so may lack what cannot be rebuilt from a snapshot. */
    boolean isRebuilt() {
        return rebuilt;
    }

    /**
     * Tries the statements, and stands after them then; before them where one is refused.
     *
     * @param name for the names of kept tables
     */
    List<StatementWayBack> run(List<String> up, boolean keep, String name) {
        Capture before = at;
        List<ObjectId> tables = ProofStage.fresh(before.snapshot(), planted);
        if (!tables.isEmpty()) {
            new Seeds(scratch.session(), before.snapshot()).plant(tables);
        }
        List<StatementWayBack> statements = new ArrayList<>();
        Capture now = before;
        Set<ObjectId> fresh = Set.of();
        try {
            for (int i = 0; i < up.size(); i++) {
                Trial trial = new Trial(scratch, now, fresh, keep, name + '_' + (i + 1));
                statements.add(trial.run(i + 1, up.get(i)));
                now = trial.after();
                fresh = trial.freshAfter();
            }
        } catch (RuntimeException e) {
            scratch.close();
            planted.clear();
            scratch = ProofStage.built(server, before.snapshot());
            at = scratch.capture();
            rebuilt = true;
            throw e;
        }
        at = now;
        return statements;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
