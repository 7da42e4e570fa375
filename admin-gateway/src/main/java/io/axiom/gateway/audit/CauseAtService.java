package io.axiom.gateway.audit;

import io.axiom.eventstore.EventLog;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.EventReference;
import io.axiom.language.RejectedException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the service whose event the cause would be. */
@Component
final class CauseAtService implements CauseCheck {
    private final EventLog own;
    private final ServiceJson services;

    CauseAtService(EventLog own, ServiceJson services) {
        this.own = own;
        this.services = services;
    }

    @Override
    public boolean doesNotExist(EventReference cause) {
        if (cause.context().equals(Contexts.ACCESS)) {
            return own.head() < cause.position();
        }
        try {
            JsonNode position = services.get(cause.context(), "/api/log/head", Duration.ofSeconds(2))
                    .path("position");
            return position.isNumber() && position.asLong() < cause.position();
        } catch (RejectedException e) {
            // A context that is not installed here has no events that could come.
            return e.rejection().code().equals("service.not-installed");
        }
    }
}
