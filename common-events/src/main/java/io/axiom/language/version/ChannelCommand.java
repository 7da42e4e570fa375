package io.axiom.language.version;

import io.axiom.language.MessageType;

/** What can be asked about channels. */
public sealed interface ChannelCommand extends VersionCommand {

    /** Makes the channel if there is none of this name. */
    @MessageType("version.MoveChannel.v1")
    record MoveChannel(String component, String channel, String version, String reason) implements ChannelCommand {}
}
