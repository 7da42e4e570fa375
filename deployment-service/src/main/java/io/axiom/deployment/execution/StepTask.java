package io.axiom.deployment.execution;

import io.axiom.deployment.health.HealthWatch;
import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.traffic.RouterFailure;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits on a virtual thread until the world is as one step says, then reports that; ends early when the step is over. */
final class StepTask {
    private static final Logger LOG = LoggerFactory.getLogger(StepTask.class);
    private static final Duration LONG = Duration.ofDays(1);

    private final CurrentStep current;
    private final RolloutExecution rollout;
    private final Effects effects;
    private volatile boolean cancelled;
    private final Thread thread;

    StepTask(CurrentStep current, RolloutExecution rollout, Effects effects) {
        this.current = current;
        this.rollout = rollout;
        this.effects = effects;
        this.thread = Thread.ofVirtual().name("step-" + current.key()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    CurrentStep current() {
        return current;
    }

    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    private void run() {
        try {
            switch (current.step()) {
                case Step.Migrate migrate -> told(schemas().migrate(migrate));
                case Step.RollBackMigrations back -> told(schemas().rollBack(back));
                case Step.Scale scale -> scale(scale);
                case Step.AwaitHealthy healthy -> awaitHealthy(healthy);
                case Step.ShiftTraffic _ -> shiftTraffic();
                // Their end is a person's decision or a stored deadline.
                case Step.Observe _, Step.AwaitApproval _, Step.AwaitPromotion _ -> {}
            }
        } catch (InterruptedException e) {
            LOG.debug("Step {} is over", current.key());
        } catch (RuntimeException e) {
            if (cancelled) {
                LOG.debug("Step {} is over", current.key());
                return;
            }
            LOG.error("Step {} failed unexpectedly", current.key(), e);
            broke(new Cause(
                    "step.failed",
                    "The step could not be done: " + e.getClass().getSimpleName() + ' ' + e.getMessage(),
                    "See deployment-service's log, then retry the deployment."));
        }
    }

    private SchemaSteps schemas() {
        return new SchemaSteps(
                current, rollout.snapshot().state(), rollout.stepEvent(), effects.schemas(), effects.clock());
    }

    private void told(SchemaChanges.Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case SchemaChanges.Done(String detail) -> succeeded(detail);
            case SchemaChanges.Failed(Cause cause) -> broke(cause);
        }
    }

    private void scale(Step.Scale scale) throws InterruptedException {
        rollout.keepers(scale.releaseId()).forEach(InstanceKeeper::retryNow);
        while (true) {
            long seen = rollout.changes();
            List<InstanceKeeper> keepers = rollout.keepers(scale.releaseId());
            Cause failure = keepers.stream()
                    .filter(InstanceKeeper::isWanted)
                    .map(InstanceKeeper::failure)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (failure != null) {
                broke(failure);
                return;
            }
            if (keepers.size() == scale.instances() && keepers.stream().allMatch(k -> k.isWanted() && k.isUp())) {
                succeeded(scale.instances() == 1 ? "1 instance runs" : scale.instances() + " instances run");
                return;
            }
            rollout.awaitChange(seen);
        }
    }

    private void awaitHealthy(Step.AwaitHealthy step) throws InterruptedException {
        Instant end = current.startedAt().plus(step.timeout());
        HealthWatch watch = rollout.healthOf(step.releaseId());
        Duration left = Duration.between(effects.clock().instant(), end);
        if (watch.awaitHealthy(left)) {
            succeeded("every instance passes its checks");
            return;
        }
        HealthWatch.Failing failing = watch.failing()
                .orElse(new HealthWatch.Failing(
                        "instances",
                        new Cause(
                                "health.no-instance",
                                "Not every instance of " + step.releaseId() + " runs.",
                                "Look at the instances' output for why they end.")));
        Cause cause = new Cause(
                failing.cause().code(),
                step.releaseId() + " did not become healthy within "
                        + step.timeout().toMillis() / 1000.0 + " s. Check " + failing.check() + ": "
                        + failing.cause().detail(),
                failing.cause().next());
        rollout.reportHealth(step.releaseId(), failing.check(), cause, cause.detail(), current.startedAt());
        broke(cause);
    }

    private void shiftTraffic() throws InterruptedException {
        try {
            rollout.awaitReady();
            if (rollout.routes().await(rollout.routes().askAnew(), LONG)) {
                succeeded(rollout.settings().router() == null ? "no router in front" : "the router took the route");
            }
        } catch (RouterFailure e) {
            broke(e.reason());
        }
    }

    private void succeeded(String detail) throws InterruptedException {
        rollout.reportStep(
                new StepSucceeded(rollout.rolloutId(), current.runId(), current.index(), current.attempt(), detail),
                current);
    }

    /** A step that was cancelled may not fail the deployment: another instance of this service goes on with it. */
    private void broke(Cause cause) {
        if (cancelled) {
            return;
        }
        try {
            rollout.reportStep(
                    new StepBroke(rollout.rolloutId(), current.runId(), current.index(), current.attempt(), cause),
                    current);
        } catch (InterruptedException e) {
            LOG.debug("Step {} is over", current.key());
        }
    }
}
