package io.axiom.gateway.openapi;

import static io.axiom.gateway.openapi.OpenApi.ordered;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.gateway.route.PageOf;
import io.axiom.language.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** JSON Schemas (2020-12, as OpenAPI 3.1 takes them) of the published records, each once, by name. */
final class Schemas {
    private final Map<String, Object> byName = new TreeMap<>();

    Map<String, Object> all() {
        return byName;
    }

    Map<String, Object> of(Type type) {
        return switch (type) {
            case PageOf page ->
                ordered(
                        "type", "object",
                        "properties",
                                ordered(
                                        "items", ordered("type", "array", "items", of(page.item())),
                                        "next",
                                                ordered(
                                                        "type",
                                                        "string",
                                                        "description",
                                                        "The next page's cursor; absent at the end.")),
                        "required", List.of("items"));
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> ordered();
        };
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Map.class.isAssignableFrom(raw)) {
            return ordered("type", "object", "additionalProperties", of(arguments[1]));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return ordered("type", "array", "items", of(arguments[0]));
        }
        return ordered();
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type == String.class) {
            return ordered("type", "string");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == Duration.class) {
            return ordered(
                    "type",
                    List.of("string", "integer"),
                    "description",
                    "ISO 8601 (PT5S), 250ms, 5s, 2m, 1h, or milliseconds as a number.");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return ordered("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return ordered("type", "number");
        }
        if (type.isArray()) {
            return ordered("type", "array", "items", of(type.getComponentType()));
        }
        if (type.isEnum()) {
            return reference(
                    type,
                    () -> ordered(
                            "type",
                            "string",
                            "enum",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Schemas::word)
                                    .toList()));
        }
        if (type.isSealed() && type.isAnnotationPresent(JsonTypeInfo.class)) {
            return reference(type, () -> alternatives(type));
        }
        if (type.isRecord()) {
            return reference(type, () -> record(type, null, null));
        }
        return ordered();
    }

    private static String word(Object constant) {
        return Json.mapper().convertValue(constant, String.class);
    }

    private Map<String, Object> reference(Class<?> type, java.util.function.Supplier<Map<String, Object>> schema) {
        String name = name(type);
        if (!byName.containsKey(name)) {
            byName.put(name, Map.of());
            byName.put(name, schema.get());
        }
        return ordered("$ref", "#/components/schemas/" + name);
    }

    /** {@code DeploymentViewStepView} for a nested record. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : name(outer)) + type.getSimpleName();
    }

    private Map<String, Object> alternatives(Class<?> type) {
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes known = type.getAnnotation(JsonSubTypes.class);
        List<Object> oneOf = new ArrayList<>();
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (JsonSubTypes.Type subtype : known == null ? new JsonSubTypes.Type[0] : known.value()) {
            Map<String, Object> reference = reference(
                    subtype.value(),
                    () -> record(subtype.value(), info == null ? null : info.property(), subtype.name()));
            oneOf.add(reference);
            mapping.put(subtype.name(), reference.get("$ref"));
        }
        return ordered(
                "oneOf",
                oneOf,
                "discriminator",
                ordered("propertyName", info == null ? "type" : info.property(), "mapping", mapping));
    }

    private Map<String, Object> record(Class<?> type, @Nullable String discriminator, @Nullable String value) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && valueOf(type, components[0])) {
            return of(components[0].getGenericType());
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (discriminator != null && value != null) {
            properties.put(discriminator, ordered("type", "string", "const", value));
            required.add(discriminator);
        }
        for (RecordComponent component : components) {
            properties.put(component.getName(), property(type, component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static boolean valueOf(Class<?> type, RecordComponent component) {
        try {
            return component.getAccessor().isAnnotationPresent(JsonValue.class)
                    || type.getDeclaredField(component.getName()).isAnnotationPresent(JsonValue.class);
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    /** A strategy that may also be given by its bare name. */
    private Object property(Class<?> type, RecordComponent component) {
        Map<String, Object> schema = of(component.getGenericType());
        try {
            if (type.getDeclaredField(component.getName()).isAnnotationPresent(JsonDeserialize.class)) {
                JsonSubTypes names = component.getType().getAnnotation(JsonSubTypes.class);
                List<String> words = names == null
                        ? List.of()
                        : Arrays.stream(names.value())
                                .map(JsonSubTypes.Type::name)
                                .toList();
                return ordered("oneOf", List.of(ordered("type", "string", "enum", words), schema));
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        return schema;
    }
}
