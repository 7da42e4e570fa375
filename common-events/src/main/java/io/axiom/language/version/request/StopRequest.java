package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.UpgradeCommand.LiftStop;
import io.axiom.language.version.UpgradeCommand.RequireStop;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions/{v}/stop} and {@code …/stop/lift}. */
public record StopRequest(@Nullable String reason) {

    public RequireStop toRequire(String component, String version) {
        return new RequireStop(component, version, Required.field("reason", reason));
    }

    public LiftStop toLift(String component, String version) {
        return new LiftStop(component, version, Required.field("reason", reason));
    }
}
