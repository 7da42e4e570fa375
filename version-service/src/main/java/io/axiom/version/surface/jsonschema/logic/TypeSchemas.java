package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.document.SchemaDocument;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;

/** Schemas of nothing but a type, to add to what is known of an instance. */
public final class TypeSchemas {
    private static final Map<String, Schema> BY_NAME = new ConcurrentHashMap<>();

    private TypeSchemas() {}

    public static Schema named(String type) {
        return BY_NAME.computeIfAbsent(
                type,
                name -> SchemaDocument.of(JsonNodeFactory.instance.objectNode().put("type", name), "previous", "")
                        .root());
    }
}
