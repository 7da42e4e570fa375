package io.axiom.eventstore;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of the log before a group is decided.
 *
 * @param streams of the group; one that is not in it has no events
 */
record Known(
        Head head,
        Partitions partitions,
        Map<StreamKey, StreamHead> streams,
        Map<String, CommandOutcome> outcomes,
        Set<UUID> identities) {}
