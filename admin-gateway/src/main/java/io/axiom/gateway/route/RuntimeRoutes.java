package io.axiom.gateway.route;

import io.axiom.eventstore.Verification;
import io.axiom.language.Reply;
import io.axiom.language.Role;
import io.axiom.runtime.web.HealthController;
import io.axiom.runtime.web.LogController;
import java.util.List;
import org.springframework.stereotype.Component;

/** What service-runtime serves in every service, described for the gateway's own context. */
@Component
final class RuntimeRoutes implements Routes {
    private static final String TAG = "service";

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/api/commands/{command}",
                                "commands",
                                "Send a command of the access context by its type.")
                        .role(Role.ADMIN)
                        .query("dryRun", "boolean", "Decide only; nothing happens.")
                        .body(Object.class)
                        .answers(200, Reply.Accepted.class, "Accepted."),
                Endpoint.get("/api/log/head", TAG, "The last position of the access log.")
                        .answers(200, LogController.Head.class, "The position."),
                Endpoint.get("/api/log/events", TAG, "Events of the access log.")
                        .query("after", "integer", "Events after this position.")
                        .query("limit", "integer", "How many at most, up to 1000.")
                        .answers(200, LogController.Page.class, "Events, oldest first."),
                Endpoint.get("/api/log/state", TAG, "A token's state as of a position.")
                        .required("aggregateType", "string", "token")
                        .required("aggregateId", "string", "The token's id.")
                        .query("at", "string", "A position or an instant; now when left out.")
                        .answers(200, LogController.StateAt.class, "The state."),
                Endpoint.get("/api/log/verify", TAG, "Check the access log's hash chain.")
                        .query("after", "integer", "From after this position.")
                        .answers(200, Verification.class, "What was found."),
                Endpoint.get("/health", TAG, "Whether the gateway works.")
                        .role(null)
                        .answers(200, HealthController.Health.class, "UP, or DEGRADED without Kafka.")
                        .answers(503, HealthController.Health.class, "DOWN: the database cannot be reached."));
    }
}
