package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.UpgradeCommand.RequireStop;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions/{v}/stop}. */
public record StopRequest(@Nullable String reason) {

    public RequireStop toCommand(String component, String version) {
        return new RequireStop(component, version, Required.field("reason", reason));
    }
}
