package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The servers an API, path or operation lists. */
final class ServersComparison {
    private ServersComparison() {}

    static void compare(Comparison comparison, Location at, JsonNode before, JsonNode after) {
        Set<String> was = addresses(before.path("servers"));
        Set<String> is = addresses(after.path("servers"));
        Location servers = at.child("servers");
        was.stream()
                .filter(address -> !is.contains(address))
                .forEach(address -> comparison.report().add("server-removed", servers, "", address, null));
        is.stream()
                .filter(address -> !was.contains(address))
                .forEach(address -> comparison.report().add("server-added", servers, "", null, address));
    }

    /** Addresses with their variables, which are part of what clients call. */
    private static Set<String> addresses(JsonNode servers) {
        Set<String> addresses = new LinkedHashSet<>();
        for (JsonNode server : servers) {
            JsonNode variables = server.path("variables");
            String url = server.path("url").asString("");
            addresses.add(variables.isEmpty() ? url : url + " with " + Nodes.text(variables));
        }
        return addresses;
    }
}
