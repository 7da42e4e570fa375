package io.axiom.version.surface.openapi.document;

import tools.jackson.databind.JsonNode;

/** How much there is of a value, counted only as far as needed. */
public final class Sizes {
    private static final int SHOWN = 400;

    private Sizes() {}

    /** Whether a value is small enough to be shown in full. */
    static boolean isSmall(JsonNode node) {
        return charactersLeft(node, SHOWN) >= 0;
    }

    /** Whether there are no more values in it than given. */
    public static boolean isAtMost(JsonNode node, int values) {
        return valuesLeft(node, values) >= 0;
    }

    /** The values right below, and those right below these: what one look at a schema costs. */
    public static int near(JsonNode node) {
        int near = 1 + node.size();
        for (JsonNode child : node) {
            near += child.size();
        }
        return near;
    }

    private static int charactersLeft(JsonNode node, int budget) {
        int left = budget - (node.isString() ? node.asString().length() : 4);
        for (var entry : node.properties()) {
            if (left < 0) {
                return left;
            }
            left = charactersLeft(entry.getValue(), left - entry.getKey().length());
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                if (left < 0) {
                    return left;
                }
                left = charactersLeft(child, left);
            }
        }
        return left;
    }

    private static int valuesLeft(JsonNode node, int budget) {
        int left = budget - 1;
        for (JsonNode child : node) {
            if (left < 0) {
                return left;
            }
            left = valuesLeft(child, left);
        }
        return left;
    }
}
