package io.axiom.migration.schema;

import io.axiom.migration.database.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A snapshot while it is read. Addresses are the engine's keys of objects, for dependencies that name them so. */
public final class Assembly {
    private final Map<ObjectId, Draft> drafts = new TreeMap<>();
    private final Map<String, ObjectId> addresses = new HashMap<>();
    private final Map<ObjectId, String> identities = new HashMap<>();

    /** An object while it is read. */
    public static final class Draft {
        private final ObjectId id;
        private final SortedMap<String, String> properties = new TreeMap<>();
        private final SortedSet<ObjectId> needs = new TreeSet<>();
        private List<String> elements = new ArrayList<>();

        private Draft(ObjectId id) {
            this.id = id;
        }

        public ObjectId id() {
            return id;
        }

        /** Sets the property unless the value is null or empty. */
        public Draft set(String property, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                properties.put(property, value);
            }
            return this;
        }

        public Draft flag(String property, boolean value) {
            return set(property, value ? "true" : null);
        }

        public Draft elements(List<String> values) {
            elements = new ArrayList<>(values);
            return this;
        }

        public Draft element(String value) {
            elements.add(value);
            return this;
        }

        public Draft needs(@Nullable ObjectId other) {
            if (other != null && !other.equals(id)) {
                needs.add(other);
            }
            return this;
        }
    }

    public Draft add(ObjectId id) {
        return drafts.computeIfAbsent(id, Draft::new);
    }

    /** Adds an object whose key in the catalog stays when it is renamed. */
    public Draft add(ObjectId id, String address) {
        addresses.put(address, id);
        identities.put(id, address);
        return add(id);
    }

    public void alias(String address, ObjectId id) {
        addresses.putIfAbsent(address, id);
    }

    public @Nullable ObjectId at(String address) {
        return addresses.get(address);
    }

    public @Nullable Draft draft(@Nullable ObjectId id) {
        return id == null ? null : drafts.get(id);
    }

    public Capture capture(Engine engine, String version) {
        List<SchemaObject> objects = drafts.values().stream()
                .map(draft -> new SchemaObject(draft.id, draft.properties, draft.elements, draft.needs))
                .toList();
        return new Capture(new Snapshot(engine, version, objects), identities);
    }
}
