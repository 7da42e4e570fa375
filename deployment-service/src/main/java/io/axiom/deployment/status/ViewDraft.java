package io.axiom.deployment.status;

import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.RolloutEvent.StepCompleted;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import io.axiom.language.deployment.view.DeploymentView.StepView.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A view while one event changes it. */
final class ViewDraft {
    private final DeploymentView was;
    DeploymentStatus status;

    @Nullable
    String currentStep;

    List<StepView> steps;
    Map<String, Integer> weights;
    List<DeploymentView.InstanceView> instances;
    List<DeploymentView.CheckView> checks;

    @Nullable
    Cause error;

    @Nullable
    String rollbackId;

    @Nullable
    Long timeToRestore;

    @Nullable
    Instant endedAt;

    long position;

    ViewDraft(DeploymentView view) {
        was = view;
        status = view.status();
        currentStep = view.currentStep();
        steps = view.steps();
        weights = view.weights();
        instances = view.instances();
        checks = view.checks();
        error = view.error();
        rollbackId = view.rollbackId();
        timeToRestore = view.timeToRestore();
        endedAt = view.endedAt();
        position = view.position();
    }

    boolean rollback() {
        return was.strategy().equals("rollback");
    }

    boolean concerns(String releaseId) {
        return was.releaseId().equals(releaseId);
    }

    void stepStarted(StepStarted e) {
        set(e.index(), new StepView(e.index(), e.step().describe(), Status.RUNNING, e.at(), null, null, null));
        currentStep = e.step().describe();
    }

    void stepCompleted(StepCompleted e) {
        StepView step = steps.get(e.index());
        Status done = e.attempt() == 0 ? Status.SKIPPED : Status.DONE;
        set(e.index(), new StepView(e.index(), step.description(), done, step.startedAt(), e.at(), e.detail(), null));
        currentStep = null;
    }

    void failStep(int index, Cause cause, Instant at) {
        StepView step = steps.get(index);
        set(index, new StepView(index, step.description(), Status.FAILED, step.startedAt(), at, cause.detail(), cause));
        error = cause;
        currentStep = null;
    }

    /** A check that fails is shown on the step it fails; one that is only recorded already is not shown twice. */
    void failCurrentStep(Cause cause, Instant at) {
        error = cause;
        for (StepView step : steps) {
            if (step.status() == Status.RUNNING) {
                failStep(step.index(), cause, at);
                return;
            }
        }
    }

    void skipUndone() {
        for (StepView step : steps) {
            if (step.status() == Status.WAITING || step.status() == Status.RUNNING) {
                set(
                        step.index(),
                        new StepView(
                                step.index(), step.description(), Status.SKIPPED, step.startedAt(), null, null, null));
            }
        }
    }

    void end(DeploymentStatus with, Instant at) {
        status = with;
        endedAt = at;
        currentStep = null;
    }

    private void set(int index, StepView step) {
        List<StepView> changed = new ArrayList<>(steps);
        changed.set(index, step);
        steps = changed;
    }

    private int progress() {
        if (status == DeploymentStatus.COMPLETED || steps.isEmpty()) {
            return status == DeploymentStatus.COMPLETED ? 100 : 0;
        }
        long done = steps.stream()
                .filter(step ->
                        step.status() == Status.DONE || (step.status() == Status.SKIPPED && step.endedAt() != null))
                .count();
        return (int) (done * 100 / steps.size());
    }

    DeploymentView view() {
        return new DeploymentView(
                was.deploymentId(),
                was.environmentId(),
                was.component(),
                was.version(),
                was.releaseId(),
                was.previousVersion(),
                was.previousReleaseId(),
                was.strategy(),
                status,
                progress(),
                currentStep,
                List.copyOf(steps),
                weights,
                instances,
                checks,
                error,
                rollbackId,
                timeToRestore,
                was.requestedBy(),
                was.reason(),
                was.startedAt(),
                endedAt,
                position,
                was.warnings());
    }
}
