package io.axiom.version.surface.openapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema made nullable by wrapping it: X became {@code oneOf: [{type: null}, X]}, the way of 3.1 to make a reference
 * nullable; or the reverse.
 *
 * @param added whether null came in; else it went out
 * @param keyword {@code oneOf} or {@code anyOf}
 * @param index of the wrapped schema in the list
 */
record NullWrap(boolean added, String keyword, int index) {

    static @Nullable NullWrap of(JsonNode previous, JsonNode current) {
        NullWrap added = find(previous, current, true);
        return added != null ? added : find(current, previous, false);
    }

    private static @Nullable NullWrap find(JsonNode plain, JsonNode wrapper, boolean added) {
        boolean composed = List.of("oneOf", "anyOf", "allOf", "not").stream().anyMatch(plain::has);
        if (composed || Types.of(plain).isNullable()) {
            return null;
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            JsonNode list = wrapper.path(keyword);
            boolean bare = wrapper.propertyStream()
                    .allMatch(entry -> entry.getKey().equals(keyword) || !Keywords.matters(entry.getKey()));
            if (bare && list.isArray() && list.size() == 2 && isNull(list.get(0)) != isNull(list.get(1))) {
                return new NullWrap(added, keyword, isNull(list.get(0)) ? 1 : 0);
            }
        }
        return null;
    }

    private static boolean isNull(JsonNode schema) {
        return Types.of(schema).isOnlyNull()
                && schema.propertyStream()
                        .allMatch(entry -> entry.getKey().equals("type") || !Keywords.matters(entry.getKey()));
    }
}
