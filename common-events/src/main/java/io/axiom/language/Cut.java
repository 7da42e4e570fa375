package io.axiom.language;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** A moment over all services: one position per context. Contexts not named are at position 0. */
public record Cut(@JsonValue Map<String, Long> positions) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cut {
        positions = Map.copyOf(positions);
    }

    public static Cut of(String context, long position) {
        return new Cut(Map.of(context, position));
    }

    public long position(String context) {
        return positions.getOrDefault(context, 0L);
    }

    /** Contexts in alphabetical order: {@code deployment@42 version@7}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(positions).forEach((context, position) -> {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(context).append('@').append(position);
        });
        return text.toString();
    }
}
