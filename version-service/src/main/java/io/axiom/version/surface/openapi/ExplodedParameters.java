package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.document.Pointers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object in the query that is exploded is sent as one parameter per property. Where the other document has such
 * parameters one by one, the object is spread out, so that the two are compared as clients see them.
 */
final class ExplodedParameters {
    private ExplodedParameters() {}

    static Map<String, Parameter> spread(
            Document document, Map<String, Parameter> parameters, Map<String, Parameter> others) {
        Map<String, Parameter> spread = new LinkedHashMap<>();
        parameters.forEach((key, parameter) -> {
            JsonNode schema = document.resolve(parameter.node().path("schema"));
            JsonNode properties = schema.path("properties");
            boolean exploded = parameter.style().equals("form") && parameter.explode() && properties.isObject();
            boolean known = exploded
                    && !others.containsKey(key)
                    && properties.propertyNames().stream().anyMatch(name -> others.containsKey(key(parameter, name)));
            if (known) {
                properties
                        .propertyNames()
                        .forEach(name -> spread.put(key(parameter, name), part(parameter, schema, name)));
            } else {
                spread.put(key, parameter);
            }
        });
        return spread;
    }

    private static String key(Parameter parameter, String name) {
        return parameter.in() + " " + name;
    }

    private static Parameter part(Parameter parameter, JsonNode schema, String name) {
        ObjectNode node = ((ObjectNode) parameter.node()).deepCopy();
        boolean listed = StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(required -> required.asString("").equals(name));
        node.put("name", name);
        node.put("required", parameter.required() && listed);
        node.set("schema", schema.get("properties").get(name));
        return new Parameter(
                node, parameter.ofPath(), Pointers.child(parameter.pointer() + "/schema/properties", name));
    }
}
