package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.YankVersion;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/versions/{v}/deprecate|yank}; {@code replacement} is for deprecate only. */
public record RetireRequest(
        @Nullable String reason, @Nullable String replacement) {

    public DeprecateVersion toDeprecate(String component, String version) {
        return new DeprecateVersion(component, version, replacement, Required.field("reason", reason));
    }

    public YankVersion toYank(String component, String version) {
        return new YankVersion(component, version, Required.field("reason", reason));
    }
}
