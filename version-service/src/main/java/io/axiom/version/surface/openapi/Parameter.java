package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.document.Nodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of an operation, references followed.
 *
 * @param ofPath whether it stands at the path, for all its operations
 * @param pointer where it stands, from the operation or the path
 */
record Parameter(JsonNode node, boolean ofPath, String pointer) {
    /** Header parameters of these names are ignored by the specification. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    /** All that count for an operation, by key: those of the operation go before those of the path. */
    static Map<String, Parameter> of(Document document, Endpoint endpoint) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        add(parameters, document, endpoint, endpoint.pathItem().path("parameters"), true);
        add(parameters, document, endpoint, endpoint.operation().path("parameters"), false);
        return parameters;
    }

    private static void add(
            Map<String, Parameter> parameters, Document document, Endpoint endpoint, JsonNode list, boolean ofPath) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = document.resolve(list.get(i));
            Parameter parameter = new Parameter(node, ofPath, (ofPath ? "/../parameters/" : "/parameters/") + i);
            boolean ignored = parameter.in().equals("header")
                    && IGNORED.contains(parameter.name().toLowerCase(Locale.ROOT));
            if (!ignored) {
                parameters.put(parameter.key(endpoint.template().variables()), parameter);
            }
        }
    }

    String in() {
        return node.path("in").asString("");
    }

    String name() {
        return node.path("name").asString("");
    }

    boolean required() {
        return Nodes.isTrue(node.get("required"));
    }

    boolean deprecated() {
        return Nodes.isTrue(node.get("deprecated"));
    }

    /** How the value is written, by default as the specification says. */
    String style() {
        String byDefault = in().equals("query") || in().equals("cookie") ? "form" : "simple";
        return node.path("style").asString(byDefault);
    }

    boolean explode() {
        return node.has("explode") ? Nodes.isTrue(node.get("explode")) : style().equals("form");
    }

    /** For example {@code the query parameter "limit"}. */
    String subject() {
        return "the " + in() + " parameter " + Nodes.quoted(name());
    }

    /** Path parameters are known by their position, headers by their name in any case. */
    private String key(List<String> variables) {
        String name = name();
        int position = in().equals("path") ? variables.indexOf(name) : -1;
        String id = position >= 0 ? "#" + position : in().equals("header") ? name.toLowerCase(Locale.ROOT) : name;
        return in() + " " + id;
    }
}
