package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation before and after. */
final class OperationComparison {
    private static final Set<String> FIELDS = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "deprecated",
            "security",
            "servers");

    private final Comparison comparison;
    private final Endpoint previous;
    private final Endpoint current;
    private final JsonNode before;
    private final JsonNode after;
    private final Location at;
    private final @Nullable StabilityLevel stability;

    OperationComparison(
            Comparison comparison, Endpoint previous, Endpoint current, @Nullable StabilityLevel stability) {
        this.comparison = comparison;
        this.previous = previous;
        this.current = current;
        this.before = previous.operation();
        this.after = current.operation();
        this.at = previous.location();
        this.stability = stability;
    }

    void compare() {
        messages(Direction.REQUEST);
        new SecurityComparison(comparison).operation(at, before, after);
        new CallbacksComparison(comparison).compare(at, before.path("callbacks"), after.path("callbacks"));
        details();
    }

    /**
     * What the server calls itself: a webhook or a callback. The document is read both by those who answer such calls and
     * by those who make them, so what is sent is judged in both directions.
     */
    void compareIncoming() {
        messages(Direction.REQUEST);
        messages(Direction.RESPONSE);
        details();
    }

    private void messages(Direction request) {
        boolean calls = request == Direction.REQUEST;
        Messages messages = new Messages(comparison, stability);
        if (calls) {
            new ParametersComparison(messages).compare(at, previous, current);
        }
        new RequestBodyComparison(messages, request).compare(at, before.get("requestBody"), after.get("requestBody"));
        new ResponsesComparison(messages, calls ? Direction.RESPONSE : Direction.REQUEST)
                .compare(at.child("responses"), before.path("responses"), after.path("responses"));
    }

    private void details() {
        String id = before.path("operationId").asString("");
        String idNow = after.path("operationId").asString("");
        if (!id.equals(idNow)) {
            String rule = id.isEmpty() ? "api-operation-id-added" : "api-operation-id-removed";
            comparison.report().add(rule, at, "", id.isEmpty() ? null : id, idNow);
        }
        Set<JsonNode> tags = values(before.path("tags"));
        Set<JsonNode> tagsNow = values(after.path("tags"));
        tags.stream()
                .filter(tag -> !tagsNow.contains(tag))
                .forEach(tag -> comparison.report().removed("api-tag-removed", at, tag));
        tagsNow.stream()
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> comparison.report().added("api-tag-added", at, tag));
        ServersComparison.compare(comparison, at, before, after);
        UnknownFields.report(comparison, at, before, after, FIELDS);
    }

    private static Set<JsonNode> values(JsonNode list) {
        Set<JsonNode> values = new LinkedHashSet<>();
        List.copyOf(list.values()).forEach(values::add);
        return values;
    }
}
