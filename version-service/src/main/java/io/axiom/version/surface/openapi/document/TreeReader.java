package io.axiom.version.surface.openapi.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Builds the tree token by token. YAML aliases share the node of their anchor and count with its whole size, so that a
 * few lines cannot stand for billions of nodes. Numbers of equal value become equal nodes: 1, 1.0 and 1e0 are one number.
 */
final class TreeReader {
    static final int MAX_DEPTH = 250;
    private static final int MAX_NODES = 3_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final String which;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;

    private record Anchored(JsonNode node, long size) {}

    TreeReader(JsonParser parser, String which) {
        this.parser = parser;
        this.which = which;
    }

    JsonNode read() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Refusals.malformed(which, "it is empty", null);
        }
        JsonNode root = node(first, 0);
        if (parser.nextToken() != null) {
            throw Refusals.malformed(which, "a second document follows the first", parser.currentTokenLocation());
        }
        return root;
    }

    private JsonNode node(@Nullable JsonToken token, int depth) {
        if (depth > MAX_DEPTH) {
            throw Refusals.tooDeep(which, MAX_DEPTH);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias(parser.getString());
        }
        Object anchor = parser.getObjectId();
        long before = nodes;
        count(1);
        JsonNode node = switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> throw Refusals.malformed(which, "it ends too early", parser.currentTokenLocation());
        };
        if (anchor != null) {
            anchors.put(anchor.toString(), new Anchored(node, nodes - before));
        }
        return node;
    }

    private JsonNode alias(String name) {
        Anchored target = anchors.get(name);
        if (target == null) {
            throw Refusals.malformed(
                    which, "the alias *" + name + " has no anchor before it", parser.currentTokenLocation());
        }
        count(target.size());
        return target.node();
    }

    private void count(long more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw Refusals.tooLarge(which, "holds more than " + MAX_NODES + " values, aliases written out");
        }
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw Refusals.malformed(
                        which, "the name \"" + name + "\" stands twice", parser.currentTokenLocation());
            }
            object.set(name, node(parser.nextToken(), depth + 1));
        }
        return parser instanceof YAMLParser && object.has("<<") ? merged(object) : object;
    }

    /** The YAML merge key: the names of the merged mappings that are not given here. */
    private ObjectNode merged(ObjectNode object) {
        JsonNode sources = object.remove("<<");
        ObjectNode merged = object;
        for (JsonNode source :
                sources instanceof ArrayNode array ? array : NODES.arrayNode().add(sources)) {
            source.properties().stream()
                    .filter(entry -> !merged.has(entry.getKey()))
                    .forEach(entry -> {
                        count(1);
                        merged.set(entry.getKey(), entry.getValue());
                    });
        }
        return merged;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(node(token, depth + 1));
        }
        return array;
    }

    private JsonNode number() {
        BigDecimal value = parser.getDecimalValue().stripTrailingZeros();
        boolean whole = value.scale() <= 0 && value.precision() - (long) value.scale() <= 18;
        return whole ? NODES.numberNode(value.longValueExact()) : NODES.numberNode(value);
    }
}
