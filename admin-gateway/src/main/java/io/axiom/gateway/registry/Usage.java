package io.axiom.gateway.registry;

import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.json.Json;
import io.axiom.language.version.comparison.VersionUsage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to a comparison where its versions run, which only deployment-service knows. Without it the comparison goes on. */
@Component
class Usage {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_PAGES = 20;

    private final ServiceJson services;

    Usage(ServiceJson services) {
        this.services = services;
    }

    JsonNode addTo(JsonNode comparison) {
        if (comparison instanceof ObjectNode open) {
            String component = comparison.path("component").asString("");
            Map<String, TreeSet<String>> environments = new LinkedHashMap<>();
            environments.put(comparison.path("from").asString(""), new TreeSet<>());
            environments.put(comparison.path("to").asString(""), new TreeSet<>());
            try {
                collect(component, environments);
                List<VersionUsage> usage = environments.entrySet().stream()
                        .map(entry -> new VersionUsage(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList();
                open.set("usage", Json.mapper().valueToTree(usage));
            } catch (RejectedException _) {
                // Where they run stays unsaid.
            }
        }
        return comparison;
    }

    private void collect(String component, Map<String, TreeSet<String>> environments) {
        String path = "/api/environments?limit=200";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = services.get(Contexts.DEPLOYMENT, path, PATIENCE);
            for (JsonNode environment : answer.path("items")) {
                for (JsonNode running : environment.path("components")) {
                    TreeSet<String> known =
                            environments.get(running.path("version").asString(""));
                    if (known != null && running.path("component").asString("").equals(component)) {
                        known.add(environment.path("environmentId").asString(""));
                    }
                }
            }
            JsonNode next = answer.path("next");
            if (!next.isString()) {
                return;
            }
            path = "/api/environments?limit=200&cursor=" + Forwarding.parameter(next.asString());
        }
    }
}
