package io.axiom.language.version;

import io.axiom.language.MessageType;
import org.jspecify.annotations.Nullable;

/** What happened to channels. A channel is a name that points to one version at a time. */
public sealed interface ChannelEvent extends VersionEvent {

    /**
     * @param from null when the channel was new or empty
     * @param to null when nothing usable was left for it
     */
    @MessageType("version.ChannelMoved.v1")
    record ChannelMoved(
            String component,
            String channel,
            @Nullable String from,
            @Nullable String to,
            String reason) implements ChannelEvent {}
}
