package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.ChannelCommand.MoveChannel;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/components/{c}/channels/{channel}}. */
public record ChannelRequest(
        @Nullable String version, @Nullable String reason) {

    public MoveChannel toCommand(String component, String channel) {
        return new MoveChannel(
                component, channel, Required.field("version", version), Required.field("reason", reason));
    }
}
