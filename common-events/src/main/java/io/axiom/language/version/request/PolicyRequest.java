package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.VersionCommand.ChangeComponentPolicy;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/components/{c}/policy}. */
public record PolicyRequest(ComponentPolicy.@Nullable Reaction claimedBump) {

    public ChangeComponentPolicy toCommand(String component) {
        return new ChangeComponentPolicy(component, new ComponentPolicy(Required.field("claimedBump", claimedBump)));
    }
}
