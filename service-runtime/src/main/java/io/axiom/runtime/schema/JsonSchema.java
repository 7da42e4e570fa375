package io.axiom.runtime.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.language.json.Json;
import io.axiom.runtime.messages.RequiredFields;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (draft 2020-12) of a message record, as {@link Json} reads and writes it. */
public final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final boolean open;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private JsonSchema(boolean open) {
        this.open = open;
    }

    /**
     * The document for one message.
     *
     * @param name logical name of the message
     * @param open whether fields that are not listed are allowed, as in events, which may gain fields
     */
    public static ObjectNode of(String name, Class<?> message, boolean open) {
        JsonSchema schema = new JsonSchema(open);
        ObjectNode body = schema.bodyOf(message);
        ObjectNode document = NODES.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", "urn:axiom:schema:" + name);
        document.put("title", name);
        document.setAll(body);
        if (!schema.definitions.isEmpty()) {
            ObjectNode definitions = document.putObject("$defs");
            schema.definitions.forEach(definitions::set);
        }
        return document;
    }

    private ObjectNode schemaOf(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode array = typed("array", null);
                array.set("items", schemaOf(generic.getActualTypeArguments()[0]));
                return array;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = typed("object", null);
                map.set("additionalProperties", schemaOf(generic.getActualTypeArguments()[1]));
                return map;
            }
        }
        if (!(type instanceof Class<?> known)) {
            throw new IllegalArgumentException("No schema for " + type);
        }
        return simple(known);
    }

    private ObjectNode simple(Class<?> type) {
        if (type == String.class) {
            return typed("string", null);
        } else if (type == int.class || type == Integer.class) {
            return typed("integer", "int32");
        } else if (type == long.class || type == Long.class) {
            return typed("integer", "int64");
        } else if (type == double.class || type == Double.class) {
            return typed("number", "double");
        } else if (type == boolean.class || type == Boolean.class) {
            return typed("boolean", null);
        } else if (type == Instant.class) {
            return typed("string", "date-time");
        } else if (type == Duration.class) {
            return typed("string", "duration");
        } else if (JsonNode.class.isAssignableFrom(type) || type == Object.class) {
            return NODES.objectNode();
        } else if (type.isEnum()) {
            return enumeration(type);
        }
        return reference(type);
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = typed("string", null);
        ArrayNode values = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            values.add(Json.mapper().valueToTree(constant));
        }
        return schema;
    }

    private ObjectNode reference(Class<?> type) {
        String name = nameOf(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, NODES.objectNode());
            definitions.put(name, bodyOf(type));
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static String nameOf(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null ? type.getSimpleName() : nameOf(enclosing) + '.' + type.getSimpleName();
    }

    private ObjectNode bodyOf(Class<?> type) {
        JsonSubTypes subTypes = type.getAnnotation(JsonSubTypes.class);
        JsonTypeInfo typeInfo = type.getAnnotation(JsonTypeInfo.class);
        if (subTypes != null && typeInfo != null) {
            ObjectNode schema = NODES.objectNode();
            ArrayNode variants = schema.putArray("oneOf");
            for (JsonSubTypes.Type variant : subTypes.value()) {
                variants.add(recordOf(variant.value(), typeInfo.property(), variant.name()));
            }
            return schema;
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException("No schema for " + type);
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && components[0].isAnnotationPresent(JsonValue.class)
                || components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            return schemaOf(components[0].getGenericType());
        }
        return recordOf(type, null, null);
    }

    private ObjectNode recordOf(Class<?> type, @Nullable String discriminator, @Nullable String value) {
        ObjectNode schema = typed("object", null);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        if (discriminator != null) {
            properties.putObject(discriminator).put("const", value);
            required.add(discriminator);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schemaOf(component.getGenericType()));
            if (RequiredFields.required(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!open) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private static ObjectNode typed(String type, @Nullable String format) {
        ObjectNode schema = NODES.objectNode().put("type", type);
        return format == null ? schema : schema.put("format", format);
    }
}
