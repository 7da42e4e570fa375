package io.axiom.migration.execution;

import io.axiom.language.migration.view.MigrationPlanView.Rehearsal;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.RunPlan;
import io.axiom.migration.run.Outcome;
import io.axiom.migration.run.Progress;
import io.axiom.migration.run.RunOptions;
import io.axiom.migration.run.Runner;

/** Runs plans without effect. */
public final class Rehearsals {
    private final CurrentDatabases databases;
    private final Targets targets;
    private final Tasks tasks;

    Rehearsals(CurrentDatabases databases, Targets targets, Tasks tasks) {
        this.databases = databases;
        this.targets = targets;
        this.tasks = tasks;
    }

    public Rehearsal rehearse(String databaseId, RunPlan plan) {
        DatabaseAddress address = targets.address(databases.require(databaseId));
        Outcome outcome = Runner.on(address, RunOptions.DEFAULT, "a dry run")
                .dryRun(tasks.of(plan.migrations(), plan.direction()), Progress.NONE);
        String how = address.engine() == Engine.MARIADB
                ? "on a scratch copy of the schema, without rows"
                : "on the database, in a transaction that was rolled back";
        return new Rehearsal(how, outcome.failure() == null ? null : Failures.of(outcome.failure()));
    }
}
