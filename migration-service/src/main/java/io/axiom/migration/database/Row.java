package io.axiom.migration.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of an answer, its values as the text the engine writes.
 *
 * @param positions column label, in lower case, to its place in {@code values}
 */
public record Row(Map<String, Integer> positions, List<@Nullable String> values) {
    private static final JsonMapper JSON = new JsonMapper();

    public @Nullable String get(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("No column " + column + " in " + positions.keySet());
        }
        return values.get(position);
    }

    /** The value, or the empty text for NULL. */
    public String text(String column) {
        String value = get(column);
        return value == null ? "" : value;
    }

    public boolean flag(String column) {
        String value = text(column);
        return value.equals("t") || value.equals("true") || value.equals("1") || value.equalsIgnoreCase("yes");
    }

    public int number(String column) {
        String value = text(column);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    /** The elements of a JSON array of texts; empty for NULL. */
    public List<String> list(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> elements = new ArrayList<>();
        for (JsonNode element : JSON.readTree(value)) {
            elements.add(element.asString());
        }
        return elements;
    }
}
