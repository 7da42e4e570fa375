package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows {@code $ref} and {@code allOf} without end of either: what must hold together, each schema once. */
final class Flattening {
    final List<Schema> members = new ArrayList<>();
    boolean never;
    boolean viaReference;

    private final Set<Schema> seen = new HashSet<>();
    private final Deque<Schema> open = new ArrayDeque<>();

    Flattening(List<Schema> parts) {
        parts.reversed().forEach(open::push);
        while (!open.isEmpty()) {
            add(open.pop());
        }
    }

    private void add(Schema schema) {
        if (schema.node().isBoolean()) {
            never |= !schema.node().asBoolean();
            return;
        }
        if (!seen.add(schema)) {
            return;
        }
        List<Schema> references = schema.references();
        viaReference |= !references.isEmpty();
        boolean onlyRefers = !references.isEmpty() && schema.node().size() == 1;
        if (!onlyRefers && !schema.isReferenceAlone()) {
            members.add(schema);
            schema.children("allOf").reversed().forEach(open::push);
        }
        references.reversed().forEach(open::push);
    }
}
