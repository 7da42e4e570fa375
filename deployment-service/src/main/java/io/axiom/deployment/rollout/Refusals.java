package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.deployment.Release;
import java.util.Map;

/** Every refusal of a rollout that depends on its state. The codes are stable. */
final class Refusals {
    private Refusals() {}

    static Rejection alreadyRunning(RolloutState state, String runId) {
        return new Rejection(
                "deployment.already-running",
                Kind.CONFLICT,
                runId + " is bringing out another release of " + state.component() + " in " + state.environment()
                        + "; one deployment at a time.",
                "Wait for it (axiom deployment get -w " + runId + "), or stop it: axiom abort " + runId,
                Map.of("deploymentId", runId));
    }

    static Rejection rollingBack(String runId) {
        return new Rejection(
                "rollback.already-running",
                Kind.CONFLICT,
                "The rollback " + runId + " is under way.",
                "Wait for it: axiom deployment get -w " + runId,
                Map.of("rollbackId", runId));
    }

    static Rejection stuck(String runId) {
        return new Rejection(
                "deployment.stuck",
                Kind.CONFLICT,
                runId + " failed and stopped where it was.",
                "Try again with axiom retry " + runId + ", or put a good release back with axiom rollback.",
                Map.of("deploymentId", runId));
    }

    static Rejection alreadyLive(RolloutState state, Release release) {
        return new Rejection(
                "deployment.already-live",
                Kind.CONFLICT,
                "Version " + release.version() + " with this configuration already runs in " + state.environment()
                        + " (release " + release.id() + ").",
                "Nothing needs to be done; to change how many instances run, give another number of instances.",
                Map.of("releaseId", release.id()));
    }

    static Rejection condemned(Release release) {
        return new Rejection(
                "deployment.release-condemned",
                Kind.CONFLICT,
                "Release " + release.id() + " was rolled back here before.",
                "Deploy a fixed version; to insist on this one, set allowRolledBack (axiom deploy --allow-rolled-back).",
                Map.of("releaseId", release.id()));
    }

    static Rejection unknown(String deploymentId) {
        return new Rejection(
                "deployment.unknown",
                Kind.NOT_FOUND,
                "There is no deployment " + Texts.shorten(deploymentId, 140) + ".",
                "List deployments with: axiom deployment list");
    }

    /** What was asked for needs {@code deploymentId} to be running; says what is the case instead. */
    static Rejection notRunning(RolloutState state, String deploymentId) {
        return switch (state.activity()) {
            case Stuck stuck when stuck.run().runId().equals(deploymentId) -> stuck(deploymentId);
            case RollingBack run
            when deploymentId.equals(run.takenBack()) ->
                new Rejection(
                        "deployment.rolling-back",
                        Kind.CONFLICT,
                        deploymentId + " is being rolled back by " + run.runId() + ".",
                        "Watch the rollback: axiom deployment get -w " + run.runId(),
                        Map.of("rollbackId", run.runId()));
            case RollingBack run when run.runId().equals(deploymentId) -> rollingBack(deploymentId);
            case Deploying _, RollingBack _, Stuck _, Idle _ ->
                new Rejection(
                        "deployment.ended",
                        Kind.CONFLICT,
                        deploymentId + " has ended.",
                        "See how: axiom deployment get " + deploymentId,
                        Map.of("deploymentId", deploymentId));
        };
    }

    static Rejection nothingToPromote(Deploying run) {
        return new Rejection(
                "deployment.nothing-to-promote",
                Kind.CONFLICT,
                run.runId() + " does not wait for a promote now"
                        + (run.step() == null
                                ? "."
                                : ": its step is to " + run.step().describe() + "."),
                "Promote when it observes or waits for promotion, or skip all waits to come with full (--full).",
                Map.of("deploymentId", run.runId()));
    }

    static Rejection paused(Deploying run) {
        return new Rejection(
                "deployment.paused",
                Kind.CONFLICT,
                run.runId() + " is paused.",
                "Resume it first: axiom resume " + run.runId(),
                Map.of("deploymentId", run.runId()));
    }

    static Rejection nothingToRetry(String runId) {
        return new Rejection(
                "deployment.nothing-to-retry",
                Kind.CONFLICT,
                runId + " has not failed, so there is no step to try again.",
                "See where it is: axiom deployment get " + runId,
                Map.of("deploymentId", runId));
    }

    static Rejection nothingToApprove(Deploying run) {
        return new Rejection(
                "deployment.nothing-to-approve",
                Kind.CONFLICT,
                run.runId() + " does not wait for approval.",
                "See where it is: axiom deployment get " + run.runId(),
                Map.of("deploymentId", run.runId()));
    }

    static Rejection notApprover(Deploying run, String actor, String why) {
        return new Rejection(
                "deployment.not-an-approver",
                Kind.FORBIDDEN,
                Texts.shorten(actor, 80) + " cannot approve " + run.runId() + ": " + why,
                "Ask one of its approvers to approve it.",
                Map.of("deploymentId", run.runId()));
    }

    static Rejection nothingToGoBackTo(String environment, String component, String why) {
        return new Rejection(
                "rollback.nothing-to-do",
                Kind.CONFLICT,
                "There is nothing to roll back for " + component + " in " + environment + ": " + why,
                "See what ran when: axiom audit search --aggregate " + environment + '.' + component);
    }

    static Rejection releaseUnknown(RolloutState state, String releaseId) {
        return new Rejection(
                "rollback.release-unknown",
                Kind.NOT_FOUND,
                "Release " + Texts.shorten(releaseId, 100) + " is not one that " + state.component() + " in "
                        + state.environment() + " ran lately.",
                "Leave releaseId out for the release before, or roll back to a position.");
    }

    static Rejection reasonMissing(String what) {
        return new Rejection(
                "rollback.reason-missing",
                Kind.INVALID,
                what + " needs a reason; it is kept in the audit log.",
                "Say why: --reason \"…\"");
    }

    static Rejection superseded(String deploymentId) {
        return new Rejection(
                "rollback.superseded",
                Kind.CONFLICT,
                deploymentId + " is no longer being brought out, so it cannot be taken back.",
                "Nothing needs to be done.",
                Map.of("deploymentId", deploymentId));
    }
}
