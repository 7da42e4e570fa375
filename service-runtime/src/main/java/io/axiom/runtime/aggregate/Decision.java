package io.axiom.runtime.aggregate;

import io.axiom.language.Event;
import io.axiom.language.Rejection;
import java.util.List;
import java.util.Map;

/** What a command leads to. */
public sealed interface Decision<E extends Event> {

    /**
     * @param events possibly none, when what was asked for already holds
     * @param result what the decision made up and the caller wants to know, for example {@code deploymentId}
     */
    record Accepted<E extends Event>(List<E> events, Map<String, String> result) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            result = Map.copyOf(result);
        }
    }

    record Refused<E extends Event>(Rejection rejection) implements Decision<E> {}

    static <E extends Event> Decision<E> accept(List<E> events) {
        return new Accepted<>(events, Map.of());
    }

    static <E extends Event> Decision<E> accept(List<E> events, Map<String, String> result) {
        return new Accepted<>(events, result);
    }

    static <E extends Event> Decision<E> refuse(Rejection rejection) {
        return new Refused<>(rejection);
    }
}
