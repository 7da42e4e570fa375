package io.axiom.deployment.status;

import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RolloutEvent.HealthCheckPassed;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.CheckView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The last verdict of each check. */
final class Checks {
    private Checks() {}

    static List<CheckView> of(DeploymentView view, RolloutEvent event) {
        return switch (event) {
            case HealthCheckPassed e -> with(view, new CheckView(e.check(), e.releaseId(), true, e.detail(), e.at()));
            case HealthCheckFailed e ->
                with(
                        view,
                        new CheckView(e.check(), e.releaseId(), false, e.cause().detail(), e.firstFailureAt()));
            default -> view.checks();
        };
    }

    private static List<CheckView> with(DeploymentView view, CheckView verdict) {
        List<CheckView> checks = new ArrayList<>(view.checks());
        checks.removeIf(check ->
                check.check().equals(verdict.check()) && check.releaseId().equals(verdict.releaseId()));
        checks.add(verdict);
        checks.sort(Comparator.comparing(CheckView::releaseId).thenComparing(CheckView::check));
        return List.copyOf(checks);
    }
}
