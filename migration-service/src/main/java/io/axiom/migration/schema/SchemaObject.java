package io.axiom.migration.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One object of a schema.
 *
 * @param properties what is said about it, by {@link Property}; what does not apply is left out
 * @param elements its ordered parts: labels of an enum, columns of a view, key or index
 * @param needs the objects that must be there before it, as the engine's own catalog says; its owner is not repeated
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SchemaObject(
        ObjectId id, SortedMap<String, String> properties, List<String> elements, SortedSet<ObjectId> needs) {
    public SchemaObject(
            ObjectId id,
            @Nullable SortedMap<String, String> properties,
            @Nullable List<String> elements,
            @Nullable SortedSet<ObjectId> needs) {
        this.id = id;
        this.properties = properties == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        this.elements = elements == null ? List.of() : List.copyOf(elements);
        this.needs =
                needs == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    @JsonIgnore
    public Kind kind() {
        return id.kind();
    }

    public @Nullable String get(String property) {
        return properties.get(property);
    }

    /** The property, or the empty text. */
    public String text(String property) {
        return properties.getOrDefault(property, "");
    }

    public boolean is(String property) {
        return properties.containsKey(property);
    }
}
