package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The responses of an operation by status: new, gone, or compared one by one. */
record ResponsesComparison(Messages messages, Direction direction) {
    private static final Set<String> FIELDS = Set.of("description", "summary", "headers", "content", "links");

    void compare(Location at, JsonNode before, JsonNode after) {
        before.properties().stream().filter(entry -> isStatus(entry.getKey())).forEach(entry -> {
            String status = entry.getKey();
            Location there = at.child(status).called("the response " + status);
            if (after.has(status)) {
                responses(
                        there,
                        status,
                        messages.comparison().before(entry.getValue()),
                        messages.comparison().after(after.get(status)));
            } else {
                status(there, status, "removed");
            }
        });
        after.propertyNames().stream()
                .filter(status -> isStatus(status) && !before.has(status))
                .forEach(status -> status(at.child(status).called("the response " + status), status, "added"));
    }

    private static boolean isStatus(String name) {
        return !name.startsWith("x-");
    }

    private void status(Location at, String status, String happened) {
        if (direction == Direction.RESPONSE) {
            String kind = status.equals("default")
                    ? "response-default-"
                    : status.startsWith("2") ? "response-success-status-" : "response-non-success-status-";
            boolean gone = happened.equals("removed");
            messages.report().add(kind + happened, at, "", gone ? status : null, gone ? null : status);
        }
    }

    private void responses(Location at, String status, JsonNode before, JsonNode after) {
        String part = direction == Direction.RESPONSE
                ? "the response property \"{part}\" (" + status + ")"
                : "the property \"{part}\" of the answer " + status;
        new ContentComparison(messages, direction, part).compare(at, before.path("content"), after.path("content"));
        if (direction == Direction.RESPONSE) {
            new HeadersComparison(messages, status)
                    .compare(at.child("headers"), before.path("headers"), after.path("headers"));
            links(at.child("links"), before.path("links"), after.path("links"));
            UnknownFields.report(messages.comparison(), at, before, after, FIELDS);
        }
    }

    private void links(Location at, JsonNode before, JsonNode after) {
        before.properties().forEach(entry -> {
            String name = entry.getKey();
            Location there = at.child(name).called("the link \"" + name + "\"");
            JsonNode now = after.get(name);
            if (now == null) {
                messages.report().add("response-link-removed", there);
            } else if (!Objects.equals(
                    messages.comparison().before(entry.getValue()),
                    messages.comparison().after(now))) {
                messages.report().add("response-link-changed", there);
            }
        });
        after.propertyNames().stream()
                .filter(name -> !before.has(name))
                .forEach(name -> messages.report()
                        .add("response-link-added", at.child(name).called("the link \"" + name + "\"")));
    }
}
