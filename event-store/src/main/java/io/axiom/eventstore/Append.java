package io.axiom.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command's transaction adds to the log: all of it or nothing.
 *
 * @param commandId null for an append without a command; else it can be appended once only
 * @param outcome stored under the command's id, JSON; null when there is no command
 */
public record Append(@Nullable String commandId, List<NewEvent> events, byte @Nullable [] outcome) {}
