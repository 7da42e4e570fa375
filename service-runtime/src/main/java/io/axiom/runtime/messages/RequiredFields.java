package io.axiom.runtime.messages;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every field of a message that is not {@link Nullable} must be there: Jackson alone lets it be missing. */
public final class RequiredFields {
    private RequiredFields() {}

    /** Throws the rejection that names the first missing field. */
    public static void check(Object value) {
        check(value, "");
    }

    /** Whether a record's field has to be given. */
    public static boolean required(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return !type.isAnnotationPresent(Nullable.class);
    }

    private static void check(@Nullable Object value, String path) {
        switch (value) {
            case null -> throw JsonInput.invalid(path, "it is null");
            case Record _ -> checkRecord(value, path);
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    check(item, path + '[' + index++ + ']');
                }
            }
            case Map<?, ?> entries -> entries.forEach((key, item) -> check(item, join(path, String.valueOf(key))));
            default -> {}
        }
    }

    private static void checkRecord(Object value, String path) {
        if (!value.getClass().getPackageName().startsWith("io.axiom.")) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String field = join(path, component.getName());
            Object fieldValue;
            try {
                component.getAccessor().setAccessible(true);
                fieldValue = component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            if (fieldValue != null) {
                check(fieldValue, field);
            } else if (required(component)) {
                throw JsonInput.invalid(field, "it is required and missing");
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
