package io.axiom.cli.text;

import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView.StepView;

/** One character that says how it stands. */
public final class Mark {
    private Mark() {}

    public static String of(StepView.Status status, Ink ink) {
        return switch (status) {
            case WAITING -> ink.faint("·");
            case RUNNING -> ink.busy("⟳");
            case DONE -> ink.good("✔");
            case FAILED -> ink.bad("✖");
            case SKIPPED -> ink.faint("–");
        };
    }

    public static String of(DeploymentStatus status, Ink ink) {
        return switch (status) {
            case PENDING_APPROVAL, PAUSED -> ink.busy("‖");
            case IN_PROGRESS, ROLLING_BACK -> ink.busy("⟳");
            case COMPLETED -> ink.good("✔");
            case ROLLED_BACK -> ink.bad("↩");
            case FAILED -> ink.bad("✖");
        };
    }

    public static String of(boolean healthy, Ink ink) {
        return healthy ? ink.good("✔") : ink.bad("✖");
    }
}
