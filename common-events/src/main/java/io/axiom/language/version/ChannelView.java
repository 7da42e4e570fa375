package io.axiom.language.version;

import java.time.Instant;

/**
 * One channel as REST and the CLI show it.
 *
 * @param reason why it points where it does
 */
public record ChannelView(
        String component,
        String channel,
        String version,
        String reason,
        Instant movedAt,
        String movedBy,
        long position) {}
