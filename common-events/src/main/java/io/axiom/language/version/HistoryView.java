package io.axiom.language.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a component.
 *
 * @param what the event's short name, for example {@code ChannelMoved}
 * @param version which version it is about; null when it is about the component
 * @param text in a sentence
 */
public record HistoryView(
        String component,
        long position,
        Instant at,
        String by,
        String what,
        @Nullable String version,
        String text) {}
