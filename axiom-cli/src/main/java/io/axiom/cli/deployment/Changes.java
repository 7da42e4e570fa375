package io.axiom.cli.deployment;

import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.cli.text.Times;
import io.axiom.cli.text.Weights;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.CheckView;
import io.axiom.language.deployment.view.DeploymentView.InstanceView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is new from one view of a deployment to the next, a line each: for logs, where nothing can be redrawn. */
final class Changes {
    private final Ink ink;

    private final String command;

    Changes(Ink ink, String command) {
        this.ink = ink;
        this.command = command;
    }

    /** @param before null for the first */
    List<String> between(@Nullable DeploymentView before, DeploymentView after) {
        List<String> lines = new ArrayList<>();
        if (before == null) {
            lines.add("  " + after.deploymentId() + ": " + Summary.change(after));
        }
        steps(before, after, lines);
        instances(before, after, lines);
        if (!after.weights().isEmpty() && (before == null || !before.weights().equals(after.weights()))) {
            lines.add("  traffic " + Weights.text(after.weights()));
        }
        checks(before, after, lines);
        DeploymentStatus status = after.status();
        if (status == DeploymentStatus.ROLLING_BACK && (before == null || before.status() != status)) {
            lines.add(Mark.of(status, ink) + ' ' + status.word());
        }
        List<String> todo = status.ended() ? List.of() : Summary.closing(after, ink, command);
        if (before == null || !todo.equals(Summary.closing(before, ink, command))) {
            lines.addAll(todo);
        }
        return lines;
    }

    private void steps(@Nullable DeploymentView before, DeploymentView after, List<String> lines) {
        Map<Integer, StepView> known = byKey(before == null ? List.of() : before.steps(), StepView::index);
        for (StepView step : after.steps()) {
            StepView was = known.get(step.index());
            if (step.status() == StepView.Status.WAITING || was != null && was.status() == step.status()) {
                continue;
            }
            lines.add(Mark.of(step.status(), ink)
                    + ' '
                    + (step.index() + 1)
                    + '/'
                    + after.steps().size()
                    + ' '
                    + Ink.clean(step.description())
                    + took(step));
            Cause cause = step.cause();
            if (cause != null) {
                lines.add("    " + Ink.clean(cause.detail()) + "  [" + Ink.clean(cause.code()) + ']');
                lines.add("    Next: " + Ink.clean(cause.next()));
            }
            StepNote.of(step).ifPresent(note -> lines.add("    " + note));
        }
    }

    private static String took(StepView step) {
        return step.startedAt() == null || step.endedAt() == null
                ? ""
                : " (" + Times.span(Duration.between(step.startedAt(), step.endedAt())) + ')';
    }

    private void instances(@Nullable DeploymentView before, DeploymentView after, List<String> lines) {
        Map<String, InstanceView> known =
                byKey(before == null ? List.of() : before.instances(), InstanceView::instanceId);
        for (InstanceView instance : after.instances()) {
            InstanceView was = known.get(instance.instanceId());
            if (was == null || !was.status().equals(instance.status())) {
                lines.add("  instance " + instance.instanceId() + ' ' + Ink.clean(instance.status()) + " at "
                        + instance.host() + ':' + instance.port() + ", pid " + instance.pid());
            }
        }
    }

    private void checks(@Nullable DeploymentView before, DeploymentView after, List<String> lines) {
        Map<String, CheckView> known = byKey(before == null ? List.of() : before.checks(), Changes::key);
        for (CheckView check : after.checks()) {
            CheckView was = known.get(key(check));
            if (was == null || was.healthy() != check.healthy()) {
                lines.add(Mark.of(check.healthy(), ink) + " check " + Ink.clean(check.check()) + " of "
                        + check.releaseId() + ": " + Ink.clean(check.detail()));
            }
        }
    }

    private static String key(CheckView check) {
        return check.check() + '\n' + check.releaseId();
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, value -> value, (_, last) -> last));
    }
}
