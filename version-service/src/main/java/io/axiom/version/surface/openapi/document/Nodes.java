package io.axiom.version.surface.openapi.document;

import io.axiom.language.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading of single nodes. */
public final class Nodes {
    private static final int SHOWN = 300;

    private Nodes() {}

    /** The text of {@code $ref} (or {@code $dynamicRef}), or null where the node is no reference. */
    public static @Nullable String reference(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        JsonNode reference = node.has("$ref") ? node.get("$ref") : node.get("$dynamicRef");
        return reference != null && reference.isString() ? reference.asString() : null;
    }

    /** A value as a person reads it: text without quotes, anything else as JSON, cut where it is long. */
    public static String text(JsonNode node) {
        if (node.isString()) {
            return Texts.shorten(node.asString(), SHOWN);
        }
        return node.isContainer() && !Sizes.isSmall(node) ? describe(node) : Texts.shorten(node.toString(), SHOWN);
    }

    /** A name from the document in quotes, cut where it is long. */
    public static String quoted(String name) {
        return "\"" + Texts.shorten(name, SHOWN) + "\"";
    }

    public static String describe(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "an array of " + node.size();
        }
        return node.isNull() ? "null" : "the value " + Texts.shorten(node.toString(), SHOWN);
    }

    public static boolean isTrue(@Nullable JsonNode node) {
        return node != null && node.isBoolean() && node.booleanValue();
    }

    public static boolean isFalse(@Nullable JsonNode node) {
        return node != null && node.isBoolean() && !node.booleanValue();
    }
}
