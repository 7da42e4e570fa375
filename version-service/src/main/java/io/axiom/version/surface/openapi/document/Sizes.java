package io.axiom.version.surface.openapi.document;

import tools.jackson.databind.JsonNode;

/** Whether a value is small enough to be shown. */
final class Sizes {
    private static final int SMALL = 60;

    private Sizes() {}

    static boolean isSmall(JsonNode node) {
        return left(node, SMALL) >= 0;
    }

    private static int left(JsonNode node, int budget) {
        int left = budget - 1;
        for (JsonNode child : node) {
            if (left < 0) {
                return left;
            }
            left = left(child, left);
        }
        return left;
    }
}
