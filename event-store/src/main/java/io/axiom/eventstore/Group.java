package io.axiom.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides, in order of arrival, which appends of a group are stored, where, and what each caller is told. */
final class Group {
    record Accepted(PendingAppend pending, Appended appended) {}

    record Refused(PendingAppend pending, RuntimeException reason) {}

    /**
     * A stream's events in this group.
     *
     * @param enters whether the stream had no event in the partition it now ends in
     */
    record Extension(StreamKey stream, boolean isNew, boolean enters, long firstPosition, StreamHead head) {}

    private static final long NONE = -1;

    final List<Accepted> accepted = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();
    final List<byte[]> hashes = new ArrayList<>();
    final List<CommandOutcome> outcomes = new ArrayList<>();
    final Head before;

    private final Known known;
    private final HashChain chain = new HashChain();
    private final Map<StreamKey, Extension> extensions = new HashMap<>();
    private final Map<String, CommandOutcome> newOutcomes = new HashMap<>();
    private final Set<UUID> newIdentities = new HashSet<>();
    private Head head;

    Group(List<PendingAppend> pending, Known known) {
        this.known = known;
        this.before = known.head();
        this.head = before;
        for (PendingAppend append : pending) {
            RuntimeException problem = problem(append);
            if (problem == null) {
                accept(append);
            } else {
                refused.add(new Refused(append, problem));
            }
        }
    }

    Head head() {
        return head;
    }

    Collection<Extension> extensions() {
        return extensions.values();
    }

    Partitions partitions() {
        return known.partitions();
    }

    boolean storesNothing() {
        return head.position() == before.position() && outcomes.isEmpty();
    }

    private @Nullable RuntimeException problem(PendingAppend pending) {
        String commandId = pending.append.commandId();
        if (commandId != null) {
            CommandOutcome stored =
                    newOutcomes.getOrDefault(commandId, known.outcomes().get(commandId));
            if (stored != null) {
                return new DuplicateCommandException(stored);
            }
        }
        if (pending.size() == 1) {
            return problemOfOne(pending);
        }
        Map<StreamKey, Long> own = new HashMap<>();
        Set<UUID> ownIdentities = new HashSet<>();
        for (int i = 0; i < pending.size(); i++) {
            StreamKey stream = pending.streams[i];
            NewEvent event = pending.append.events().get(i);
            long last = own.computeIfAbsent(stream, this::lastSequence);
            // A stream may begin anywhere (Axon's contract), then it has no gaps.
            if (last != NONE && event.sequence() != last + 1) {
                return new SequenceConflictException(
                        stream.aggregateType(), stream.aggregateId(), event.sequence(), last);
            }
            own.put(stream, event.sequence());
            UUID identity = pending.identities[i];
            if (known.identities().contains(identity)
                    || newIdentities.contains(identity)
                    || !ownIdentities.add(identity)) {
                return new DuplicateEventException(event.eventId());
            }
        }
        newIdentities.addAll(ownIdentities);
        return null;
    }

    /** The usual case, without the bookkeeping of several. */
    private @Nullable RuntimeException problemOfOne(PendingAppend pending) {
        StreamKey stream = pending.streams[0];
        NewEvent event = pending.append.events().getFirst();
        long last = lastSequence(stream);
        if (last != NONE && event.sequence() != last + 1) {
            return new SequenceConflictException(stream.aggregateType(), stream.aggregateId(), event.sequence(), last);
        }
        if (known.identities().contains(pending.identities[0]) || !newIdentities.add(pending.identities[0])) {
            return new DuplicateEventException(event.eventId());
        }
        return null;
    }

    private long lastSequence(StreamKey stream) {
        Extension extension = extensions.get(stream);
        if (extension != null) {
            return extension.head().sequence();
        }
        StreamHead stored = known.streams().get(stream);
        return stored == null ? NONE : stored.sequence();
    }

    private void accept(PendingAppend pending) {
        long first = head.position() + 1;
        long position = head.position();
        byte[] hash = head.hash();
        for (int i = 0; i < pending.size(); i++) {
            position++;
            hash = chain.link(hash, position, pending.contents[i]);
            hashes.add(hash);
            extend(pending.streams[i], position, pending.append.events().get(i).sequence());
        }
        head = new Head(position, hash);
        Appended appended = new Appended(first, position);
        accepted.add(new Accepted(pending, appended));
        String commandId = pending.append.commandId();
        byte[] outcome = pending.append.outcome();
        if (commandId != null && outcome != null) {
            CommandOutcome stored = new CommandOutcome(commandId, appended, outcome);
            newOutcomes.put(commandId, stored);
            outcomes.add(stored);
        }
    }

    private void extend(StreamKey stream, long position, long sequence) {
        StreamHead end = new StreamHead(sequence, known.partitions().of(position));
        Extension before = extensions.get(stream);
        StreamHead stored = known.streams().get(stream);
        extensions.put(
                stream,
                new Extension(
                        stream,
                        stored == null,
                        stored == null || stored.partition() != end.partition(),
                        before == null ? position : before.firstPosition(),
                        end));
    }
}
