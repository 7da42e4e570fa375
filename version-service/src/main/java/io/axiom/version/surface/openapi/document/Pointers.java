package io.axiom.version.surface.openapi.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901), also in their URI fragment form. */
public final class Pointers {
    private Pointers() {}

    /** The pointer extended by one name, escaped. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** What a fragment such as {@code #/components/schemas/Pet} points to; null where there is nothing. */
    static @Nullable JsonNode find(JsonNode root, String fragment) {
        if (fragment.equals("#")) {
            return root;
        }
        if (!fragment.startsWith("#/")) {
            return null;
        }
        JsonNode at = root;
        for (String segment : decoded(fragment.substring(2)).split("/", -1)) {
            at = step(at, segment.replace("~1", "/").replace("~0", "~"));
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static @Nullable JsonNode step(JsonNode at, String name) {
        if (at.isArray()) {
            boolean index = !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
            return index ? at.get(Integer.parseInt(name)) : null;
        }
        return at.get(name);
    }

    private static String decoded(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }
}
