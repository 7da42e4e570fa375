package io.axiom.version.surface.jsonschema.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values as a change shows them: compact JSON, cut after some 200 characters without writing out the rest. */
final class ValueText {
    private static final int MOST = 200;

    private final StringBuilder text = new StringBuilder();

    private ValueText() {}

    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        ValueText writer = new ValueText();
        if (value instanceof JsonNode node) {
            writer.append(node);
        } else {
            writer.text.append(value);
        }
        return writer.text.length() <= MOST ? writer.text.toString() : writer.text.substring(0, MOST - 1) + "…";
    }

    private void append(JsonNode node) {
        if (text.length() > MOST) {
            return;
        }
        if (node.isObject()) {
            String separator = "{";
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(separator).append('"').append(field.getKey()).append("\":");
                append(field.getValue());
                separator = ",";
                if (text.length() > MOST) {
                    return;
                }
            }
            text.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode element : node) {
                text.append(separator);
                append(element);
                separator = ",";
                if (text.length() > MOST) {
                    return;
                }
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            String content = node.asString();
            text.append('"')
                    .append(content, 0, Math.min(content.length(), MOST + 1))
                    .append('"');
        } else {
            text.append(node);
        }
    }
}
