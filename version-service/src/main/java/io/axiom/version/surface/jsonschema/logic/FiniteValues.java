package io.axiom.version.surface.jsonschema.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values of a schema that lists them. */
public final class FiniteValues {
    private FiniteValues() {}

    /** What every {@code enum} and {@code const} lists; null where there is neither. */
    public static @Nullable List<JsonNode> listed(Conjunction schema) {
        List<JsonNode> values = null;
        for (JsonNode single : schema.all("const")) {
            values = common(values, List.of(single));
        }
        for (JsonNode list : schema.all("enum")) {
            List<JsonNode> some = new ArrayList<>();
            list.forEach(some::add);
            values = common(values, some);
        }
        return values;
    }

    /** The listed values, or those of types that have few; null where they are not finite. */
    public static @Nullable List<JsonNode> of(Conjunction schema) {
        List<JsonNode> listed = listed(schema);
        if (listed != null || !schema.types().within(Types.NULL.or(Types.BOOLEAN))) {
            return listed;
        }
        List<JsonNode> few = new ArrayList<>();
        if (schema.types().meets(Types.NULL)) {
            few.add(JsonNodeFactory.instance.nullNode());
        }
        if (schema.types().meets(Types.BOOLEAN)) {
            few.add(JsonNodeFactory.instance.booleanNode(true));
            few.add(JsonNodeFactory.instance.booleanNode(false));
        }
        return few;
    }

    private static List<JsonNode> common(@Nullable List<JsonNode> known, List<JsonNode> more) {
        if (known == null) {
            return more;
        }
        Set<Object> keys = new HashSet<>();
        more.forEach(value -> keys.add(Values.canonical(value)));
        return known.stream()
                .filter(value -> keys.contains(Values.canonical(value)))
                .toList();
    }
}
