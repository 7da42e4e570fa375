package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.schema.SchemaComparison;
import io.axiom.version.surface.openapi.schema.Usage;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import io.axiom.version.surface.openapi.schema.Usage.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One parameter before and after: whether it must be sent, how it is written, what it may be. */
final class ParameterComparison {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "in",
            "description",
            "required",
            "deprecated",
            "allowEmptyValue",
            "style",
            "explode",
            "allowReserved",
            "schema",
            "example",
            "examples",
            "content");

    private final Messages messages;
    private final Location at;
    private final Parameter previous;
    private final Parameter current;

    ParameterComparison(Messages messages, Location at, Parameter previous, Parameter current) {
        this.messages = messages;
        this.at = at;
        this.previous = previous;
        this.current = current;
    }

    void compare() {
        if (previous.required() != current.required()) {
            String rule = "request-parameter-became-" + (current.required() ? "required" : "optional");
            report(rule, String.valueOf(previous.required()), String.valueOf(current.required()));
        }
        new ParameterLifecycle(messages, at, previous, current).compare();
        writing();
        flag("allowEmptyValue", "request-parameter-allow-empty-value");
        flag("allowReserved", "request-parameter-allow-reserved");
        schemas();
        UnknownFields.report(messages.comparison(), at, previous.node(), current.node(), FIELDS);
    }

    private void writing() {
        if (!previous.style().equals(current.style())) {
            report("request-parameter-style-changed", previous.style(), current.style());
        } else if (previous.explode() != current.explode()) {
            report(
                    "request-parameter-explode-changed",
                    String.valueOf(previous.explode()),
                    String.valueOf(current.explode()));
        }
    }

    private void flag(String field, String rule) {
        boolean before = Nodes.isTrue(previous.node().get(field));
        boolean after = Nodes.isTrue(current.node().get(field));
        if (before != after) {
            report(rule + (after ? "-added" : "-removed"), String.valueOf(before), String.valueOf(after));
        }
    }

    private void schemas() {
        JsonNode before = previous.node().get("schema");
        JsonNode after = current.node().get("schema");
        if (before != null && after != null) {
            compare(at.child("schema"), "", before, after);
            return;
        }
        MediaRange mediaBefore = MediaRange.of(previous.node());
        MediaRange mediaAfter = MediaRange.of(current.node());
        if (!mediaBefore.name().equals(mediaAfter.name())) {
            report("request-parameter-media-type-changed", mediaBefore.name(), mediaAfter.name());
        }
        JsonNode inner = before != null ? before : mediaBefore.schema();
        JsonNode innerNow = after != null ? after : mediaAfter.schema();
        if (inner != null && innerNow != null) {
            compare(at.child("content").child(mediaAfter.name()).child("schema"), mediaAfter.name(), inner, innerNow);
        } else if (inner != null || innerNow != null) {
            report("request-parameter-schema-" + (inner == null ? "added" : "removed"), null, null);
        }
    }

    private void compare(Location where, String mediaType, JsonNode before, JsonNode after) {
        boolean repeated = current.style().equals("form") && current.explode();
        Usage usage = new Usage(
                Place.PARAMETER,
                Direction.REQUEST,
                where,
                "\"{part}\" in " + at.subject(),
                mediaType,
                current.in().equals("header"),
                !previous.required() && !current.required(),
                repeated,
                messages.stability(),
                messages.comparison().lifecycle(),
                messages.report(),
                messages.comparison().graph());
        SchemaComparison.compare(usage, before, after);
    }

    private void report(String rule, @Nullable String before, @Nullable String after) {
        messages.report().add(rule, at, "", before, after);
    }
}
