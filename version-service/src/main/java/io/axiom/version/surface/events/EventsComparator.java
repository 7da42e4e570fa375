package io.axiom.version.surface.events;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.document.SchemaDocument;
import io.axiom.version.surface.jsonschema.document.SchemaText;
import io.axiom.version.surface.jsonschema.rule.Assumptions;
import io.axiom.version.surface.jsonschema.rule.Comparison;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two sets of event schemas: a JSON (or YAML) object of type name to JSON Schema, each a document of its own. Events
 * are kept for ever and written by their owner alone. So a type or a property that goes away is breaking, and a new optional
 * property is an addition. All types share the limits of one comparison. Throws what {@link
 * io.axiom.version.surface.jsonschema.JsonSchemaComparator} does.
 */
public final class EventsComparator implements SurfaceComparator {
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
        Comparison comparison = new Comparison(Assumptions.EVENTS);
        for (String name : names) {
            compare(comparison, name, schema(before, name, "previous"), schema(now, name, "current"));
        }
        return comparison.result("");
    }

    private static void compare(Comparison in, String name, @Nullable Schema before, @Nullable Schema now) {
        String path = Pointers.child("", name);
        if (before != null && now != null) {
            in.compare(before, now);
        } else if (before != null) {
            in.add(new SurfaceChange(
                    "event-type-removed",
                    Judgement.BREAKING,
                    path,
                    name,
                    null,
                    false,
                    "The event type \"" + name + "\" is gone, but events of it are kept for ever."));
        } else {
            in.add(new SurfaceChange(
                    "event-type-added",
                    Judgement.SAFE,
                    path,
                    null,
                    name,
                    true,
                    "The event type \"" + name + "\" is new."));
        }
    }

    /** Scanned even when there is nothing to compare it with: what is no schema is refused when it comes. */
    private static @Nullable Schema schema(JsonNode types, String name, String which) {
        JsonNode type = types.get(name);
        return type == null
                ? null
                : SchemaDocument.of(type, which, Pointers.child("", name)).root();
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
