package io.axiom.gateway.deployment;

import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a deployment request needs from the version registry. Without the registry it goes on; the service decides. */
@Component
class Registry {
    private final ServiceJson services;

    Registry(ServiceJson services) {
        this.services = services;
    }

    /** The component's name when exactly one is registered. */
    @Nullable
    String onlyComponent() {
        try {
            JsonNode answer = services.get(Contexts.VERSION, "/api/components?limit=2", Duration.ofSeconds(2));
            JsonNode items = answer.isArray() ? answer : answer.path("items");
            return items.size() == 1 ? items.get(0).path("name").asString(null) : null;
        } catch (RejectedException e) {
            return null;
        }
    }

    /** Waits until deployment-service knows every version there is now. */
    void letDeploymentsCatchUp() {
        try {
            long head = services.get(Contexts.VERSION, "/api/log/head", Duration.ofSeconds(1))
                    .path("position")
                    .asLong(0);
            services.ask(
                    Contexts.DEPLOYMENT,
                    "GET",
                    "/api/log/head",
                    Map.of("Axiom-Min-Position", Contexts.VERSION + '=' + head),
                    null,
                    Duration.ofSeconds(6));
        } catch (RejectedException e) {
            // One of them does not answer; the command will tell, if it matters.
        }
    }
}
