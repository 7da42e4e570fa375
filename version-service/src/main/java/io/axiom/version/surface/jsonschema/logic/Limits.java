package io.axiom.version.surface.jsonschema.logic;

import tools.jackson.databind.JsonNode;

/** Limits on length and number, as the whole schema implies them. */
public final class Limits {
    private Limits() {}

    /** The greatest of a lower limit; 0 where there is none. */
    public static long least(Conjunction schema, String keyword) {
        long least = 0;
        for (JsonNode value : schema.all(keyword)) {
            least = Math.max(least, value.asLong());
        }
        return least;
    }

    /** The smallest of an upper limit; {@link Long#MAX_VALUE} where there is none. */
    public static long most(Conjunction schema, String keyword) {
        long most = Long.MAX_VALUE;
        for (JsonNode value : schema.all(keyword)) {
            most = Math.min(most, value.asLong());
        }
        return most;
    }

    /** How many elements an array has at most: by {@code maxItems}, or because a position allows nothing. */
    public static long mostItems(Conjunction schema) {
        return Math.min(most(schema, "maxItems"), ArrayShape.promised(schema).end());
    }
}
