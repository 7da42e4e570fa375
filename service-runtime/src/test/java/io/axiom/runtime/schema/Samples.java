package io.axiom.runtime.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A made-up value of any message, every field set; a list of something sealed has one of each. */
final class Samples {
    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            return Collection.class.isAssignableFrom(raw) ? all(arguments[0]) : Map.of("key", of(arguments[1]));
        }
        return ofClass((Class<?>) type);
    }

    private static List<?> all(Type type) {
        return type instanceof Class<?> known && known.isSealed()
                ? Arrays.stream(known.getPermittedSubclasses()).map(Samples::of).toList()
                : List.of(of(type));
    }

    private static Object ofClass(Class<?> type) {
        if (type == String.class) {
            return "production.shop-agent.7";
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == long.class || type == Long.class) {
            return 7L;
        } else if (type == double.class || type == Double.class) {
            return 7.5;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-20T12:00:00.123456Z");
        } else if (type == Duration.class) {
            return Duration.ofSeconds(7);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            JsonSubTypes subTypes = type.getAnnotation(JsonSubTypes.class);
            return ofClass(subTypes == null ? type.getPermittedSubclasses()[0] : subTypes.value()[0].value());
        }
        return ofRecord(type);
    }

    private static Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> of(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }
}
