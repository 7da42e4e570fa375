package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Writes and proves the way back of migrations that follow one another. On one scratch database each statement is tried and
 * its effect read off the catalog; on another the whole is gone there and back with rows in the tables. While one migration is
 * proven, the next may be tried already.
 */
public final class WayBackWriter implements AutoCloseable {
    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("proof").start(task);

    private final TrialStage trial;
    private final ProofStage proof;
    /** Ends when every proof begun so far has. */
    private CompletableFuture<Proof> proofs =
            CompletableFuture.completedFuture(new Proof(false, List.of(), List.of(), 0));

    private WayBackWriter(DatabaseAddress server, Snapshot schema) {
        CompletableFuture<ProofStage> other =
                CompletableFuture.supplyAsync(() -> new ProofStage(server, schema), BESIDE);
        try {
            trial = new TrialStage(server, schema);
        } catch (RuntimeException e) {
            proofs = proofs.thenCombineAsync(
                    other,
                    (none, made) -> {
                        made.close();
                        return none;
                    },
                    BESIDE);
            throw e;
        }
        try {
            proof = join(other);
        } catch (RuntimeException e) {
            trial.close();
            throw e;
        }
    }

    /**
     * Opens the scratch databases.
     *
     * @param server where scratch databases may be created; the same engine and version as the target
     * @param schema the target's, as it is before the first migration
     */
    public static WayBackWriter on(DatabaseAddress server, Snapshot schema) {
        return new WayBackWriter(server, schema);
    }

    /**
     * The way back of the next migration. The scratch databases stand at the schema after it then.
     *
     * @param up its statements
     * @param keep whether what it destroys is kept, which makes more ways back lossless
     * @param name of the migration, letters and digits, for the names of kept tables
     * @throws io.axiom.language.RejectedException {@code migration.sql-refused} where a statement fails; the writer then
     *     still stands before this migration
     */
    public WayBack write(List<String> up, boolean keep, String name) {
        return begin(up, keep, name).get();
    }

    /** The same; it is tried when this returns, and what this answers waits until it is proven. */
    public Supplier<WayBack> begin(List<String> up, boolean keep, String name) {
        Snapshot before = trial.at();
        return begin(up, trial.run(up, keep, name), before);
    }

    /**
     * The same for a way back that was written by hand. Where it is proven, nothing that was there before is lost.
     *
     * @param down its statements
     */
    public WayBack prove(List<String> up, List<String> down, String name) {
        return begin(up, down, name).get();
    }

    /**
     * The statements of the migration last tried that went through; fewer than it has where one was refused.
     *
     * @param down written by hand, empty for none
     */
    public List<StatementWayBack> tried(List<String> down) {
        return down.isEmpty() ? trial.tried() : takenBack(trial.tried(), down);
    }

    /** A written way back is one for all of them. */
    private static List<StatementWayBack> takenBack(List<StatementWayBack> statements, List<String> down) {
        List<StatementWayBack> all = new ArrayList<>();
        for (StatementWayBack statement : statements) {
            all.add(statement.takenBackBy(all.isEmpty() ? down : List.of()));
        }
        return List.copyOf(all);
    }

    /** The same; it is tried when this returns, and what this answers waits until it is proven. */
    public Supplier<WayBack> begin(List<String> up, List<String> down, String name) {
        Snapshot before = trial.at();
        Supplier<WayBack> found = begin(up, takenBack(trial.run(up, false, name), down), before);
        return () -> {
            WayBack way = found.get();
            boolean better = way.proof().proven() && way.grade() == WayBackGrade.IRREVERSIBLE;
            return better ? new WayBack(WayBackGrade.LOSES_LATER_DATA, way.statements(), way.proof()) : way;
        };
    }

    private Supplier<WayBack> begin(List<String> up, List<StatementWayBack> statements, Snapshot before) {
        Snapshot after = trial.at();
        Snapshot known = trial.isRebuilt() ? null : before;
        CompletableFuture<Proof> proven =
                proofs.handleAsync((_, _) -> proof.prove(statements, up, known, after), BESIDE);
        proofs = proven;
        WayBackGrade grade =
                statements.stream().map(StatementWayBack::grade).reduce(WayBackGrade.LOSSLESS, WayBackGrade::worse);
        return () -> new WayBack(grade, statements, join(proven));
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> closed = proofs.handleAsync(
                (_, _) -> {
                    proof.close();
                    return null;
                },
                BESIDE);
        try (trial) {
            join(closed);
        }
    }
}
