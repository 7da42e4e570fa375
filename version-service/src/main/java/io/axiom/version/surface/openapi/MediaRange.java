package io.axiom.version.surface.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The one media type a parameter or header may be written as; no name where it has a plain schema. */
record MediaRange(String name, @Nullable JsonNode schema) {

    static MediaRange of(JsonNode element) {
        for (Map.Entry<String, JsonNode> entry : element.path("content").properties()) {
            return new MediaRange(entry.getKey(), entry.getValue().get("schema"));
        }
        return new MediaRange("", null);
    }
}
