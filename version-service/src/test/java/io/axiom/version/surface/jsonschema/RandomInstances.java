package io.axiom.version.surface.jsonschema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of the small world {@link RandomSchemas} speaks of. */
final class RandomInstances {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "c", "xa", "d", "x", "");

    private RandomInstances() {}

    static List<JsonNode> simple() {
        List<JsonNode> values = new ArrayList<>();
        values.add(NODES.nullNode());
        values.add(NODES.booleanNode(true));
        values.add(NODES.booleanNode(false));
        for (String number : List.of("-1", "0", "1", "1.0", "1.5", "2", "3", "4", "6", "0.25")) {
            values.add(NODES.numberNode(new BigDecimal(number)));
        }
        for (String text : List.of("", "a", "b", "ab", "xa", "qa", "xyz", "aaaa", "x")) {
            values.add(NODES.stringNode(text));
        }
        values.add(NODES.arrayNode());
        values.add(NODES.objectNode());
        return values;
    }

    static List<JsonNode> of(Random random, int number) {
        List<JsonNode> values = simple();
        while (values.size() < number) {
            values.add(value(random, 3));
        }
        return values;
    }

    private static JsonNode value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        List<JsonNode> simple = simple();
        if (kind < 1) {
            return simple.get(random.nextInt(simple.size()));
        }
        if (kind < 3) {
            ArrayNode array = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(value(random, depth - 1));
            }
            return array;
        }
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
        }
        return object;
    }
}
