package io.axiom.deployment.status;

import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.language.deployment.view.EnvironmentView;
import java.time.Instant;
import java.util.List;

/** An environment as users see it. */
final class EnvironmentViews {
    private EnvironmentViews() {}

    static EnvironmentView of(EnvironmentState state, List<EnvironmentView.ComponentState> components, long position) {
        return new EnvironmentView(
                state.name(),
                state.target(),
                state.router(),
                state.policy(),
                components,
                state.goingBack() == null ? null : state.goingBack().rollbackId(),
                state.createdAt() == null ? Instant.EPOCH : state.createdAt(),
                position);
    }
}
