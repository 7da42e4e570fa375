package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields that are not understood: a change of theirs is never called safe. Extensions ({@code x-}) are. */
final class UnknownFields {
    private UnknownFields() {}

    static void report(Comparison comparison, Location at, JsonNode before, JsonNode after, Set<String> understood) {
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.removeIf(name -> understood.contains(name) || name.startsWith("x-") || name.equals("$ref"));
        for (String name : names) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (!Objects.equals(was, is)) {
                comparison.report().add("unknown-field-changed", at.child(name), name, text(was), text(is));
            }
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : Nodes.text(value);
    }
}
