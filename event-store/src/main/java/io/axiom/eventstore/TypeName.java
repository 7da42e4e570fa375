package io.axiom.eventstore;

import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;

/** A payload's type in one column: {@code name} or {@code name#revision}. Logical names carry their version and need none. */
record TypeName(String name, @Nullable String revision) {
    static String format(SerializedType type) {
        return type.getRevision() == null ? type.getName() : type.getName() + '#' + type.getRevision();
    }

    static TypeName parse(String stored) {
        int at = stored.lastIndexOf('#');
        return at < 0 ? new TypeName(stored, null) : new TypeName(stored.substring(0, at), stored.substring(at + 1));
    }
}
