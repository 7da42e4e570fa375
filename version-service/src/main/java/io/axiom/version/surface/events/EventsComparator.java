package io.axiom.version.surface.events;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.jsonschema.JsonSchemaComparator;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.SchemaText;
import io.axiom.version.surface.jsonschema.rule.Assumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Compares two sets of event schemas: a JSON (or YAML) object of type name to JSON Schema, each a document of its own. Events
 * are kept for ever and written by their owner alone. So a type or a property that goes away is breaking, and a new optional
 * property is an addition. Throws what {@link JsonSchemaComparator} does.
 */
public final class EventsComparator implements SurfaceComparator {
    private final JsonSchemaComparator schemas = new JsonSchemaComparator(Assumptions.EVENTS);

    @Override
    public SurfaceKind kind() {
        return SurfaceKind.EVENTS;
    }

    @Override
    public SurfaceComparison compare(String previous, String current) {
        JsonNode before = types(previous, "previous");
        JsonNode now = types(current, "current");
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(now.propertyNames());
        List<SurfaceChange> changes = new ArrayList<>();
        for (String name : names) {
            changes.addAll(type(name, before.get(name), now.get(name)));
        }
        return SurfaceComparison.of(changes);
    }

    private List<SurfaceChange> type(String name, JsonNode before, JsonNode now) {
        String path = Pointers.child("", name);
        if (now == null) {
            return List.of(new SurfaceChange(
                    "event-type-removed",
                    Judgement.BREAKING,
                    path,
                    name,
                    null,
                    false,
                    "The event type \"" + name + "\" is gone, but events of it are kept for ever."));
        }
        if (before == null) {
            // Compared with itself, so that a schema that cannot be read is refused when it comes, not a version later.
            schemas.compare(now, now, path);
            return List.of(new SurfaceChange(
                    "event-type-added",
                    Judgement.SAFE,
                    path,
                    null,
                    name,
                    true,
                    "The event type \"" + name + "\" is new."));
        }
        return schemas.compare(before, now, path).changes();
    }

    private static JsonNode types(String text, String which) {
        JsonNode types = SchemaText.read(text, which);
        if (!types.isObject()) {
            throw new RejectedException(new Rejection(
                    "surface.malformed",
                    Rejection.Kind.INVALID,
                    "The " + which + " event schemas are not an object (line 1, column 1).",
                    "Pass a JSON object of event type name to JSON Schema."));
        }
        return types;
    }
}
