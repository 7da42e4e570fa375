package io.axiom.version.surface.openapi.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One walk over the whole document for what references need: none leaves the document, and where the anchors are. */
final class ReferenceCheck {
    /** Under these stand values, in which {@code $ref} is a name like any other. */
    private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum", "const");

    /** Under these stand names chosen by the author. */
    private static final Set<String> NAMED = Set.of(
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
            "schemas",
            "responses",
            "parameters",
            "requestBodies",
            "headers",
            "securitySchemes",
            "links",
            "callbacks",
            "pathItems",
            "paths",
            "webhooks",
            "content",
            "mapping",
            "variables",
            "scopes");

    private final String which;
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> references = new LinkedHashSet<>();

    private ReferenceCheck(String which) {
        this.which = which;
    }

    /** Every reference of the document once; all stay inside it. */
    static Set<String> references(JsonNode root, String which) {
        ReferenceCheck check = new ReferenceCheck(which);
        check.check(root, false);
        return check.references;
    }

    private void check(JsonNode node, boolean named) {
        if (node.isArray()) {
            node.forEach(child -> check(child, false));
            return;
        }
        String reference = named ? null : Nodes.reference(node);
        if (reference != null && !reference.startsWith("#")) {
            throw Refusals.externalReference(which, pointer(), reference);
        }
        if (reference != null) {
            references.add(reference);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = entry.getKey();
            if (entry.getValue().isContainer() && (named || !(VALUES.contains(name) || name.startsWith("x-")))) {
                path.addLast(name);
                check(entry.getValue(), !named && NAMED.contains(name));
                path.removeLast();
            }
        }
    }

    private String pointer() {
        return path.stream().reduce("#", Pointers::child);
    }

    static Map<String, JsonNode> anchors(JsonNode root) {
        Map<String, JsonNode> anchors = new HashMap<>();
        collect(root, anchors);
        return anchors;
    }

    private static void collect(JsonNode node, Map<String, JsonNode> anchors) {
        for (String anchor : new String[] {"$anchor", "$dynamicAnchor"}) {
            if (node.path(anchor).isString()) {
                anchors.putIfAbsent(node.get(anchor).asString(), node);
            }
        }
        node.forEach(child -> collect(child, anchors));
    }
}
