package io.axiom.migration.registry;

import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.language.migration.MigrationPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A database as its events tell it. */
public sealed interface DatabaseState {
    /** Nobody registered it yet. */
    record Unregistered() implements DatabaseState {}

    /**
     * It can be worked on.
     *
     * @param applied in the order they were
     * @param runs the last ones, the newest at the end
     */
    record Registered(
            String databaseId,
            String environment,
            String engine,
            String url,
            DatabaseCredentials credentials,
            MigrationPolicy policy,
            PMap<String, AppliedMigration> applied,
            PVector<Run> runs)
            implements DatabaseState {
        private static final int KEPT_RUNS = 20;

        static Registered of(
                String databaseId,
                String environment,
                String engine,
                String url,
                DatabaseCredentials credentials,
                MigrationPolicy policy) {
            return new Registered(
                    databaseId,
                    environment,
                    engine,
                    url,
                    credentials,
                    policy,
                    OrderedPMap.empty(),
                    TreePVector.empty());
        }

        /** The run under way. */
        public Optional<Run> running() {
            return lastRun().filter(Run::isRunning);
        }

        public Optional<Run> lastRun() {
            return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
        }

        public Optional<Run> run(String runId) {
            return runs.stream().filter(run -> run.runId().equals(runId)).findFirst();
        }

        /** In the order they were applied. */
        public List<AppliedMigration> appliedInOrder() {
            return List.copyOf(applied.values());
        }

        public @Nullable AppliedMigration find(String migrationId) {
            return applied.get(migrationId);
        }

        Registered settings(String newUrl, DatabaseCredentials newCredentials, MigrationPolicy newPolicy) {
            return new Registered(databaseId, environment, engine, newUrl, newCredentials, newPolicy, applied, runs);
        }

        Registered applied(PMap<String, AppliedMigration> now) {
            return new Registered(databaseId, environment, engine, url, credentials, policy, now, runs);
        }

        Registered begin(Run run) {
            PVector<Run> kept = runs.size() < KEPT_RUNS ? runs : runs.minus(0);
            return runs(kept.plus(run));
        }

        /** The last run became this. */
        Registered last(Run run) {
            return runs(runs.with(runs.size() - 1, run));
        }

        private Registered runs(PVector<Run> now) {
            return new Registered(databaseId, environment, engine, url, credentials, policy, applied, now);
        }
    }
}
