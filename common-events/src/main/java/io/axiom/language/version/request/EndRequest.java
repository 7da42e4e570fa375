package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.VersionCommand.EndVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/components/{c}/versions/{v}/end}.
 *
 * @param at a day or a moment; null for at once
 */
public record EndRequest(
        @Nullable String reason,
        @Nullable String replacement,
        @Nullable String at) {

    public EndVersion toCommand(String component, String version) {
        return new EndVersion(
                component, version, Dates.optional("at", at), replacement, Required.field("reason", reason));
    }
}
