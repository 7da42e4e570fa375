package io.axiom.cli.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request: what was not given is left out, so the gateway's defaults hold. */
public final class Fields extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    /** Adds a field; null and empty collections are left out. */
    public Fields with(String name, @Nullable Object value) {
        boolean empty = value == null
                || value instanceof Collection<?> items && items.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            put(name, value);
        }
        return this;
    }
}
