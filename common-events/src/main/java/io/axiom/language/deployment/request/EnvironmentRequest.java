package io.axiom.language.deployment.request;

import io.axiom.language.Names;
import io.axiom.language.Required;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/environments}. */
public record EnvironmentRequest(
        @Nullable String name,
        @Nullable Target target,
        @Nullable RouterAddress router,
        @Nullable Policy policy) {

    public CreateEnvironment toCommand() {
        return new CreateEnvironment(
                Names.require("environment", Required.field("name", name)), target, router, policy);
    }
}
