package io.axiom.gateway.audit;

import io.axiom.language.EventReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of many logs into one order that never shows an effect before its cause: an event is taken when its
 * predecessor in its own log and the event that caused it have been taken. The order is a linear extension of causality,
 * so every prefix of it is a consistent cut (Mattern 1989). Not safe for several threads.
 */
final class CausalOrder {
    private final Map<String, ArrayDeque<Arrival>> waiting = new TreeMap<>();
    private final Map<String, Long> offered = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Set<String> contexts;
    private final Set<EventReference> nonexistent = new HashSet<>();

    /**
     * @param contexts whose events are offered here; a cause in any other context is not waited for
     * @param taken how far each is already
     */
    CausalOrder(Set<String> contexts, Map<String, Long> taken) {
        this.contexts = Set.copyOf(contexts);
        this.taken.putAll(taken);
        this.offered.putAll(taken);
    }

    /** What to do with an offered event. */
    enum Offer {
        KEPT,
        SEEN_BEFORE,
        /** Events between the last one offered and this one are missing; this one was not kept. */
        GAP
    }

    /** Offers the next event of a context. */
    Offer offer(Arrival arrival) {
        String context = arrival.source().context();
        long last = offered.getOrDefault(context, 0L);
        if (arrival.source().position() <= last) {
            return Offer.SEEN_BEFORE;
        }
        if (arrival.source().position() > last + 1) {
            return Offer.GAP;
        }
        offered.put(context, arrival.source().position());
        waiting.computeIfAbsent(context, _ -> new ArrayDeque<>()).add(arrival);
        return Offer.KEPT;
    }

    /** Takes everything whose cause has been taken, in order. */
    List<Arrival> take(int limit) {
        List<Arrival> order = new ArrayList<>();
        boolean moved = true;
        while (moved && order.size() < limit) {
            moved = takeReady(order, limit);
            if (!moved) {
                moved = breakCycle(order);
            }
        }
        return order;
    }

    private boolean takeReady(List<Arrival> order, int limit) {
        boolean moved = false;
        for (ArrayDeque<Arrival> queue : waiting.values()) {
            Arrival head = queue.peek();
            while (head != null && order.size() < limit && blocker(head) == null) {
                take(queue, order);
                moved = true;
                head = queue.peek();
            }
        }
        return moved;
    }

    private void take(ArrayDeque<Arrival> queue, List<Arrival> order) {
        Arrival head = queue.remove();
        taken.put(head.source().context(), head.source().position());
        order.add(head);
    }

    /** The cause this event still waits for. A cause in its own log is before it, or is none. */
    private @Nullable EventReference blocker(Arrival arrival) {
        EventReference cause = arrival.cause();
        if (cause == null
                || cause.context().equals(arrival.source().context())
                || !contexts.contains(cause.context())
                || cause.position() <= taken.getOrDefault(cause.context(), 0L)
                || nonexistent.contains(cause)) {
            return null;
        }
        return cause;
    }

    /**
     * Real causes never form a circle; invented ones could, and would stop the log for ever. Where every queue's head waits
     * for an event that is itself waiting, the oldest such head goes first.
     */
    private boolean breakCycle(List<Arrival> order) {
        for (ArrayDeque<Arrival> start : waiting.values()) {
            Set<String> visited = new HashSet<>();
            ArrayDeque<Arrival> queue = start;
            while (true) {
                Arrival head = queue.peek();
                EventReference cause = head == null ? null : blocker(head);
                if (head == null || cause == null || cause.position() > offered.getOrDefault(cause.context(), 0L)) {
                    break;
                }
                if (!visited.add(head.source().context())) {
                    waiting.values().stream()
                            .filter(candidate -> candidate.peek() != null
                                    && visited.contains(
                                            candidate.element().source().context()))
                            .min(Comparator.comparing(
                                    candidate -> candidate.element().time()))
                            .ifPresent(oldest -> take(oldest, order));
                    return true;
                }
                queue = waiting.getOrDefault(cause.context(), new ArrayDeque<>());
            }
        }
        return false;
    }

    /** A cause that was found not to exist: what waits for it no longer does. */
    void doesNotExist(EventReference cause) {
        nonexistent.add(cause);
    }

    /** A cause that heads a queue's wait and has not been offered yet. */
    Optional<EventReference> missingCause() {
        return waiting.values().stream()
                .map(ArrayDeque::peek)
                .flatMap(head -> Optional.ofNullable(head == null ? null : blocker(head)).stream())
                .filter(cause -> cause.position() > offered.getOrDefault(cause.context(), 0L))
                .findFirst();
    }

    /** How many events wait, in one context. */
    int waiting(String context) {
        ArrayDeque<Arrival> queue = waiting.get(context);
        return queue == null ? 0 : queue.size();
    }

    long waiting() {
        return waiting.values().stream().mapToLong(ArrayDeque::size).sum();
    }

    long offered(String context) {
        return offered.getOrDefault(context, 0L);
    }
}
