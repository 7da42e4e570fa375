package io.axiom.cli.deployment;

import io.axiom.cli.text.Ink;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.util.Optional;

/** What a step that is done says beyond its name: a detail with a reason, such as why a schema stays as it is. */
final class StepNote {
    private static final String BECAUSE = ": ";

    private StepNote() {}

    static Optional<String> of(StepView step) {
        return Optional.ofNullable(step.detail())
                .filter(detail -> step.status() == StepView.Status.DONE && detail.contains(BECAUSE))
                .map(Ink::clean);
    }
}
