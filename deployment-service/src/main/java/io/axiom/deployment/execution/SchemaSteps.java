package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.SchemaRuns;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.schema.SchemaChanges.By;
import io.axiom.deployment.schema.SchemaChanges.Outcome;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.SchemaLevel;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one run that concern databases.
 *
 * @param cause the event that began the step, null when not known
 */
record SchemaSteps(
        CurrentStep current, RolloutState state, @Nullable RecordedEvent cause, SchemaChanges schemas, Clock clock) {
    private static final Actor SELF = Actor.service("deployment-service");

    Outcome migrate(Step.Migrate step) throws InterruptedException {
        Release release = Objects.requireNonNull(state.releases().get(step.releaseId()), step.releaseId());
        SchemaLevel need = release.schemas(step.database(), state.environment()).getFirst();
        return schemas.migrate(
                by(release.component() + ' ' + release.version() + " needs " + step.level()),
                step.database(),
                need,
                state.run() instanceof RolloutState.RollingBack,
                context(SchemaRuns.commandId(current.runId(), current.index(), current.attempt())));
    }

    Outcome rollBack(Step.RollBackMigrations step) throws InterruptedException {
        return schemas.rollBack(
                by(current.runId() + " takes back what came with a release"),
                step,
                context("take-back-" + current.runId() + '-' + current.index() + '-' + current.attempt()));
    }

    private By by(String reason) {
        return new By(state.environment(), state.component(), reason);
    }

    private CommandContext context(String commandId) {
        return cause == null
                ? CommandContext.of(commandId, SELF, clock.instant())
                : CommandContext.causedBy(cause, commandId, SELF, clock.instant());
    }
}
