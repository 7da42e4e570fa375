package io.axiom.gateway.openapi;

import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.RouteTable;
import io.axiom.language.Role;
import io.axiom.runtime.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the OpenAPI 3.1 document from the table of routes. */
public final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private OpenApi() {}

    public static Map<String, Object> document(RouteTable table) {
        Schemas schemas = new Schemas();
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : table.endpoints()) {
            paths.computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>())
                    .put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, schemas));
        }
        Object problem = schemas.of(Problem.class);
        return ordered(
                "openapi", "3.1.0",
                "info",
                        ordered(
                                "title", "Axiom",
                                "version", "0.1.0",
                                "description",
                                        "Release control plane. Commands go over Kafka and answer with the position of what "
                                                + "they led to; send it back as Axiom-Min-Position to read your own writes. Errors are RFC "
                                                + "9457 problems with a stable code and what to do next."),
                "servers", List.of(Map.of("url", "http://localhost:3000")),
                "security", List.of(Map.of("token", List.of()), Map.of()),
                "paths", paths,
                "components",
                        ordered(
                                "securitySchemes",
                                        ordered(
                                                "token",
                                                ordered(
                                                        "type", "http",
                                                        "scheme", "bearer",
                                                        "description",
                                                                "An API token. Calls from this machine need none unless AXIOM_REQUIRE_TOKEN is set.")),
                                "responses",
                                        ordered(
                                                "Problem",
                                                ordered(
                                                        "description",
                                                        "What went wrong, and what to do next.",
                                                        "content",
                                                        ordered(Problem.MEDIA_TYPE, ordered("schema", problem)))),
                                "schemas", schemas.all()));
    }

    private static Map<String, Object> operation(Endpoint endpoint, Schemas schemas) {
        Map<String, Object> operation = ordered(
                "operationId", operationId(endpoint),
                "tags", List.of(endpoint.tag()),
                "summary", endpoint.summary());
        Role role = endpoint.role();
        if (role == null) {
            operation.put("security", List.of());
        } else {
            operation.put(
                    "description", "Needs the role " + role.name().toLowerCase(Locale.ROOT) + " or a higher one.");
        }
        List<Object> parameters = parameters(endpoint);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (endpoint.body() != null) {
            operation.put(
                    "requestBody",
                    ordered(
                            "content",
                            ordered(endpoint.content().mediaType(), ordered("schema", schemas.of(endpoint.body())))));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        for (Endpoint.Answer answer : endpoint.answers()) {
            responses.put(Integer.toString(answer.status()), response(answer, schemas));
        }
        if (endpoint.isCommand()) {
            responses.put(
                    "202",
                    ordered(
                            "description", "The service takes long; ask at Location how it went.",
                            "headers", ordered("Location", ordered("schema", ordered("type", "string"))),
                            "content",
                                    ordered(
                                            "application/json",
                                            ordered(
                                                    "schema",
                                                    schemas.of(io.axiom.gateway.command.Answer.Pending.class)))));
        }
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> response(Endpoint.Answer answer, Schemas schemas) {
        Map<String, Object> response = ordered("description", answer.description());
        if (answer.type() != null) {
            response.put("content", ordered(answer.mediaType(), ordered("schema", schemas.of(answer.type()))));
        }
        return response;
    }

    private static List<Object> parameters(Endpoint endpoint) {
        List<Object> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            parameters.add(ordered(
                    "name", variables.group(1), "in", "path", "required", true, "schema", ordered("type", "string")));
        }
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            parameters.add(ordered(
                    "name", parameter.name(),
                    "in", parameter.in(),
                    "required", parameter.required(),
                    "description", parameter.description(),
                    "schema", ordered("type", parameter.type())));
        }
        if (endpoint.method().name().equals("GET") && endpoint.role() != null) {
            parameters.add(ordered(
                    "name", "Axiom-Min-Position",
                    "in", "header",
                    "required", false,
                    "description", "Wait until the answer shows at least this, for example deployment=42.",
                    "schema", ordered("type", "string")));
        }
        return parameters;
    }

    /** {@code postDeploymentsPause}. */
    private static String operationId(Endpoint endpoint) {
        StringBuilder id = new StringBuilder(endpoint.method().name().toLowerCase(Locale.ROOT));
        for (String part : endpoint.path().replace("/api/", "/").split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
