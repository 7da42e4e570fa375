package io.axiom.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every command or event below a sealed interface, by its logical name. */
public final class MessageCatalog<T> {
    private final Map<String, Class<? extends T>> byName = new LinkedHashMap<>();

    private MessageCatalog() {}

    /** Collects the records below {@code root}; each must carry {@link MessageType}. */
    public static <T> MessageCatalog<T> of(Class<T> root) {
        MessageCatalog<T> catalog = new MessageCatalog<>();
        catalog.collect(root);
        return catalog;
    }

    private <S extends T> void collect(Class<S> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted.asSubclass(type));
            }
            return;
        }
        if (byName.put(nameOf(type), type) != null) {
            throw new IllegalStateException("Two messages are named " + nameOf(type));
        }
    }

    /** The logical name of a message class. */
    public static String nameOf(Class<?> message) {
        MessageType type = message.getAnnotation(MessageType.class);
        if (type == null) {
            throw new IllegalStateException(message.getName() + " has no @MessageType");
        }
        return type.value();
    }

    public Optional<Class<? extends T>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Logical names and classes, in declaration order. */
    public Map<String, Class<? extends T>> all() {
        return Map.copyOf(byName);
    }
}
