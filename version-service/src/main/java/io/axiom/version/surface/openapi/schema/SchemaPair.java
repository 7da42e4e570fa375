package io.axiom.version.surface.openapi.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema before and after, references resolved, with the pairs below it. Each pair exists once however often it is used;
 * {@link #differs} is known for all of them before any is judged, cycles included.
 */
final class SchemaPair {
    private final JsonNode previous;
    private final JsonNode current;
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Members> members = new HashMap<>();
    private final List<SchemaPair> parents = new ArrayList<>();
    private @Nullable NullWrap nullWrap;
    private boolean differs;

    /**
     * @param keyword under which the child stands
     * @param label in a property path: the property's name, {@code items}, {@code oneOf[0]}
     * @param pointer from the parent, for example {@code /properties/name}
     */
    record Child(String keyword, String label, String pointer, SchemaPair pair) {
        boolean isProperty() {
            return keyword.equals("properties");
        }
    }

    SchemaPair(JsonNode previous, JsonNode current) {
        this.previous = previous;
        this.current = current;
    }

    JsonNode previous() {
        return previous;
    }

    JsonNode current() {
        return current;
    }

    List<Child> children() {
        return children;
    }

    boolean differs() {
        return differs;
    }

    @Nullable
    NullWrap nullWrap() {
        return nullWrap;
    }

    void wrapped(NullWrap wrap) {
        nullWrap = wrap;
    }

    Members members(String keyword) {
        return members.getOrDefault(keyword, Members.NONE);
    }

    void members(String keyword, Members list) {
        members.put(keyword, list);
    }

    void add(Child child) {
        children.add(child);
        child.pair().parents.add(this);
        if (child.pair().differs) {
            differ();
        }
    }

    /** Marks this pair, and with it every pair above. */
    void differ() {
        List<SchemaPair> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            SchemaPair pair = open.removeLast();
            if (!pair.differs) {
                pair.differs = true;
                open.addAll(pair.parents);
            }
        }
    }
}
