package io.axiom.cli.deployment;

import io.axiom.cli.ExitCode;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A deployment in a line or two, and what its end means to a script. */
final class Summary {
    private Summary() {}

    /** {@code shop-agent 1.1.0 → 1.2.0 in production, canary}. */
    static String change(DeploymentView deployment) {
        String previous = deployment.previousVersion();
        boolean sameVersion = Objects.equals(previous, deployment.version());
        String from = previous == null ? "" : (sameVersion ? deployment.previousReleaseId() : previous) + " → ";
        return deployment.component() + ' ' + from + (sameVersion ? deployment.releaseId() : deployment.version())
                + " in " + deployment.environmentId()
                + (deployment.strategy().isBlank() ? "" : ", " + Ink.clean(deployment.strategy()));
    }

    static int exitCode(DeploymentStatus status) {
        return switch (status) {
            case ROLLED_BACK -> ExitCode.ROLLED_BACK;
            case FAILED -> ExitCode.FAILED;
            case COMPLETED, IN_PROGRESS, PAUSED, PENDING_APPROVAL, ROLLING_BACK -> ExitCode.DONE;
        };
    }

    /** How it ended, or what it waits for: what the reader does next. Empty when there is nothing to add. */
    static List<String> closing(DeploymentView deployment, Ink ink, String command) {
        String id = deployment.deploymentId();
        String mark = Mark.of(deployment.status(), ink) + ' ';
        List<String> lines = new ArrayList<>();
        switch (deployment.status()) {
            case COMPLETED ->
                lines.add(mark + deployment.component() + ' ' + deployment.version() + " runs in "
                        + deployment.environmentId() + took(deployment) + '.');
            case ROLLED_BACK -> {
                String previous = deployment.previousVersion();
                lines.add(mark + deployment.component() + ' ' + deployment.version() + " was rolled back"
                        + (previous == null ? "" : "; " + previous + " runs in " + deployment.environmentId())
                        + restored(deployment) + '.');
                cause(deployment, lines);
            }
            case FAILED -> {
                lines.add(mark + id + " failed" + took(deployment) + '.');
                cause(deployment, lines);
                lines.add("  Next: " + command + " retry " + id + ", or " + command + " rollback "
                        + deployment.environmentId() + " --to previous");
            }
            case PENDING_APPROVAL -> lines.add(mark + "Waits for approval: " + command + " deployment approve " + id);
            case PAUSED -> lines.add(mark + "Paused: " + command + " resume " + id);
            case IN_PROGRESS, ROLLING_BACK -> {
                if (waitsForPromote(deployment)) {
                    lines.add("‖ Waits for you: " + command + " promote " + id + ", or " + command + " abort " + id
                            + " --reason <why>");
                }
            }
        }
        return lines;
    }

    static boolean waitsForPromote(DeploymentView deployment) {
        String wait = new Step.AwaitPromotion().describe();
        return deployment.steps().stream()
                .anyMatch(step -> step.status() == StepView.Status.RUNNING
                        && step.description().equals(wait));
    }

    private static void cause(DeploymentView deployment, List<String> lines) {
        Cause error = deployment.error();
        if (error != null) {
            lines.add("  Why: " + Ink.clean(error.detail()) + " [" + Ink.clean(error.code()) + ']');
            lines.add("  Next: " + Ink.clean(error.next()));
        }
    }

    private static String restored(DeploymentView deployment) {
        Long millis = deployment.timeToRestore();
        return millis == null
                ? ""
                : ", all traffic back on it " + Times.span(Duration.ofMillis(millis)) + " after the first failure";
    }

    private static String took(DeploymentView deployment) {
        return deployment.endedAt() == null
                ? ""
                : " after " + Times.span(Duration.between(deployment.startedAt(), deployment.endedAt()));
    }
}
