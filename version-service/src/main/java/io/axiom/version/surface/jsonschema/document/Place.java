package io.axiom.version.surface.jsonschema.document;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A node of a document, where it stands, and whether the scan reaches it as a schema. A pointer may also lead to a schema
 * kept where no keyword expects one.
 */
record Place(JsonNode node, String pointer, boolean scanned) {

    /** Follows a pointer from here; null when nothing is there. */
    @Nullable
    Place follow(String fragment) {
        JsonNode at = node;
        String path = pointer;
        Shape expected = scanned ? Shape.SCHEMA : null;
        for (Iterator<String> tokens = Pointers.tokens(fragment).iterator(); tokens.hasNext(); ) {
            String token = tokens.next();
            JsonNode next = at.isArray() ? at.get(index(token)) : at.get(token);
            if (next == null) {
                return null;
            }
            expected = within(expected, at, token);
            path = Pointers.child(path, token);
            at = next;
        }
        return new Place(at, path, expected == Shape.SCHEMA || at.isArray());
    }

    private static @Nullable Shape within(@Nullable Shape expected, JsonNode at, String token) {
        return switch (expected) {
            case SCHEMA -> Keyword.shapeOf(token);
            case SCHEMA_MAP, DEPENDENCIES, SCHEMAS -> Shape.SCHEMA;
            case SCHEMA_OR_SCHEMAS -> at.isArray() ? Shape.SCHEMA : Keyword.shapeOf(token);
            case null, default -> null;
        };
    }

    private static int index(String token) {
        return token.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(token) : -1;
    }
}
