package io.axiom.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this process knows of the log after its own last group. Worth nothing once another process has appended. */
final class StreamCache {
    private static final int STREAMS = 65_536;

    private @Nullable Head head;
    private final Map<StreamKey, StreamHead> streams = new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamKey, StreamHead> eldest) {
            return size() > STREAMS;
        }
    };

    void forget() {
        head = null;
        streams.clear();
    }

    /** Drops everything unless the log still ends where this process left it. */
    boolean holdsFor(Head actual) {
        if (actual.equals(head)) {
            return true;
        }
        streams.clear();
        head = actual;
        return false;
    }

    void add(Map<StreamKey, StreamHead> found) {
        streams.putAll(found);
    }

    void committed(Group group) {
        head = group.head();
        for (Group.Extension extension : group.extensions()) {
            streams.put(extension.stream(), extension.head());
        }
    }

    Set<StreamKey> missing(List<PendingAppend> pending) {
        return pending.stream()
                .flatMap(p -> p.firsts().keySet().stream())
                .filter(stream -> streams.get(stream) == null)
                .collect(Collectors.toSet());
    }

    /** A guess that PostgreSQL's keys refute when it is wrong: every stream not known that begins with event 0 is new. */
    @Nullable
    Known guess(List<PendingAppend> pending, Partitions partitions) {
        Head expected = head;
        if (expected == null) {
            return null;
        }
        long position = expected.position();
        for (PendingAppend append : pending) {
            position += append.size();
            for (Map.Entry<StreamKey, Long> first : append.firsts().entrySet()) {
                if (first.getValue() != 0 && streams.get(first.getKey()) == null) {
                    return null;
                }
            }
        }
        // Without events no position is taken, which is what would show that the head has moved.
        return position == expected.position() || position >= partitions.end()
                ? null
                : known(expected, partitions, Map.of(), Set.of());
    }

    Known known(Head actual, Partitions partitions, Map<String, CommandOutcome> outcomes, Set<UUID> identities) {
        return new Known(actual, partitions, streams, outcomes, identities);
    }
}
