package io.axiom.version.surface.jsonschema.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Builds a tree token by token, so that duplicate keys, depth and the number of values are checked as they come. A YAML
 * alias shares the node of its anchor but counts in full: a document that is small only by its aliases is too large.
 */
final class TreeReader {
    static final int MAX_DEPTH = 200;
    static final int MAX_VALUES = 3_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Anchor(JsonNode node, int values) {}

    private final JsonParser parser;
    private final String which;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private int values;

    TreeReader(JsonParser parser, String which) {
        this.parser = parser;
        this.which = which;
    }

    JsonNode read() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw malformed("the document is empty");
        }
        JsonNode root = value(first, 1);
        if (parser.nextToken() != null) {
            throw malformed("there is more after the end of the document");
        }
        return root;
    }

    private JsonNode value(JsonToken token, int depth) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias(yaml.getString());
        }
        String anchor = parser instanceof YAMLParser yaml && yaml.getObjectId() instanceof String id ? id : null;
        count(1);
        int before = values;
        JsonNode node = switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw malformed("a value is expected here");
        };
        if (anchor != null) {
            anchors.put(anchor, new Anchor(node, values - before + 1));
        }
        return node;
    }

    private JsonNode alias(@Nullable String name) {
        Anchor anchor = anchors.get(String.valueOf(name));
        if (anchor == null) {
            throw malformed("the alias *" + name + " stands before or within what it names");
        }
        count(anchor.values());
        return anchor.node();
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode object(int depth) {
        enter(depth);
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (object.has(key)) {
                TokenStreamLocation at = parser.currentTokenLocation();
                throw Refusals.duplicate(which, key, at.getLineNr(), at.getColumnNr());
            }
            object.set(key, value(parser.nextToken(), depth + 1));
        }
        return object;
    }

    private JsonNode array(int depth) {
        enter(depth);
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return array;
    }

    private void enter(int depth) {
        if (depth > MAX_DEPTH) {
            TokenStreamLocation at = parser.currentTokenLocation();
            throw Refusals.tooDeep(which, MAX_DEPTH, at.getLineNr(), at.getColumnNr());
        }
    }

    private void count(int more) {
        values += more;
        if (values > MAX_VALUES || values < 0) {
            throw Refusals.tooLarge(which, "values", MAX_VALUES);
        }
    }

    private RuntimeException malformed(String what) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return Refusals.malformed(which, at.getLineNr(), at.getColumnNr(), what);
    }
}
