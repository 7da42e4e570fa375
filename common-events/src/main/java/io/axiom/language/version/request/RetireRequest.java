package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.YankVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/components/{c}/versions/{v}/deprecate|yank}; {@code replacement} and {@code from} are for deprecate only.
 *
 * @param from a day or a moment; null for at once
 */
public record RetireRequest(
        @Nullable String reason,
        @Nullable String replacement,
        @Nullable String from) {

    public DeprecateVersion toDeprecate(String component, String version) {
        return new DeprecateVersion(
                component, version, replacement, Required.field("reason", reason), Dates.optional("from", from));
    }

    public YankVersion toYank(String component, String version) {
        return new YankVersion(component, version, Required.field("reason", reason));
    }
}
