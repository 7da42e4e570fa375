package io.axiom.migration.registry;

import io.axiom.language.migration.RunFailure;
import org.jspecify.annotations.Nullable;

/** What became of a run so far, told by who runs it. */
public sealed interface RunFact {
    record Started(String migrationId) implements RunFact {}

    record Statement(String migrationId, int number, int of, long rows, long millis) implements RunFact {}

    record Batch(
            String migrationId,
            long rows,
            double percent,
            double perSecond,
            @Nullable Long secondsLeft) implements RunFact {}

    record Done(String migrationId, long millis) implements RunFact {}

    record Failed(String migrationId, RunFailure failure) implements RunFact {}

    /** The run is over, before any migration of it failed: nothing is left, or it could not go on. */
    record Ended(@Nullable RunFailure failure) implements RunFact {}
}
