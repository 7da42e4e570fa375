package io.axiom.deployment.status;

import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.util.ArrayList;
import java.util.List;

/** A plan's steps as they look before anything is done. */
final class StepViews {
    private StepViews() {}

    static List<StepView> of(List<Step> plan) {
        List<StepView> views = new ArrayList<>();
        for (Step step : plan) {
            views.add(new StepView(views.size(), step.describe(), StepView.Status.WAITING, null, null, null, null));
        }
        return views;
    }
}
