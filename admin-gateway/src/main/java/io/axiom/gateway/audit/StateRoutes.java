package io.axiom.gateway.audit;

import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.json.Json;
import io.axiom.runtime.web.LogController;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /api/state}: any aggregate of any context, as of any position, any instant, or any place in the audit log. */
@Component
final class StateRoutes implements Routes {
    private static final String AUDIT = "audit@";

    private final AuditReader audit;
    private final ServiceJson services;
    private final LogController own;

    StateRoutes(AuditReader audit, ServiceJson services, LogController own) {
        this.audit = audit;
        this.services = services;
        this.own = own;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/state", "audit", "Any aggregate as it was at any moment.")
                .required("context", "string", "Whose aggregate: version, deployment, access.")
                .required("aggregateType", "string", "Its kind, for example rollout.")
                .required("aggregateId", "string", "Its id, for example production.shop-agent.")
                .query(
                        "at",
                        "string",
                        "A position of the context's log, an instant, or audit@<audit position>; now when left out.")
                .answers(200, LogController.StateAt.class, "The state, and where in the log it is from.")
                .by(this::state));
    }

    private ServerResponse state(Call call) {
        String context = needed(call, "context");
        String type = needed(call, "aggregateType");
        String id = needed(call, "aggregateId");
        String at = position(call.query("at"), context);
        Object state = context.equals(Contexts.ACCESS)
                ? own.state(type, id, at)
                : services.get(
                        context,
                        "/api/log/state?aggregateType=" + Forwarding.parameter(type) + "&aggregateId="
                                + Forwarding.parameter(id) + (at == null ? "" : "&at=" + Forwarding.parameter(at)),
                        Duration.ofSeconds(10));
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsBytes(state));
    }

    /** The cut of an audit entry says where each context was at that moment. */
    private @Nullable String position(@Nullable String at, String context) {
        if (at == null || !at.startsWith(AUDIT)) {
            return at;
        }
        String text = at.substring(AUDIT.length());
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unknown(at);
        }
        return Long.toString(audit.at(Long.parseLong(text))
                .orElseThrow(() -> unknown(at))
                .cut()
                .position(context));
    }

    private RejectedException unknown(String at) {
        return new RejectedException(new Rejection(
                "audit.position-unknown",
                Rejection.Kind.NOT_FOUND,
                "\"" + at + "\" is no place in the audit log.",
                "Give audit@ and a position from 1 to " + audit.head() + '.'));
    }

    private static String needed(Call call, String name) {
        String value = call.query(name);
        if (value == null) {
            throw new RejectedException(new Rejection(
                    "request.parameter-missing",
                    Rejection.Kind.INVALID,
                    "The parameter \"" + name + "\" is missing.",
                    "Give context, aggregateType and aggregateId."));
        }
        return value;
    }
}
