package io.axiom.language.audit;

import io.axiom.language.Cut;
import io.axiom.language.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of any context, at its place in the one causal order over all of them.
 *
 * @param position 1, 2, 3 … in the audit log
 * @param sourcePosition in its own context's log
 * @param cause {@code context@position} of the event that led to it, null for what came from outside
 * @param cut how far each context was when this entry was taken; with it, every prefix is a consistent cut
 * @param hash SHA-256 over the entry before and this one, lower-case hex
 */
public record AuditEntry(
        long position,
        String context,
        long sourcePosition,
        String eventId,
        String type,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant time,
        String actor,
        @Nullable Role role,
        String commandId,
        String correlationId,
        @Nullable String cause,
        JsonNode event,
        Cut cut,
        String hash) {}
