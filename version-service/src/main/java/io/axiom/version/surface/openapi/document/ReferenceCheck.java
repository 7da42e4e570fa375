package io.axiom.version.surface.openapi.document;

import java.util.HashMap;
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

    private ReferenceCheck() {}

    static void check(JsonNode root, String which) {
        check(root, "#", false, which);
    }

    private static void check(JsonNode node, String pointer, boolean named, String which) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer, false, which);
            }
            return;
        }
        String reference = named ? null : Nodes.reference(node);
        if (reference != null && !reference.startsWith("#")) {
            throw Refusals.externalReference(which, pointer, reference);
        }
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            if (entry.getValue().isContainer() && (named || !(VALUES.contains(name) || name.startsWith("x-")))) {
                boolean names = !named && NAMED.contains(name);
                check(entry.getValue(), Pointers.child(pointer, name), names, which);
            }
        });
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
