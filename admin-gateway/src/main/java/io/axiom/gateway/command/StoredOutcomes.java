package io.axiom.gateway.command;

import io.axiom.eventstore.EventLog;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.Reply;
import io.axiom.language.json.Json;
import io.axiom.runtime.command.AxonCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Outcomes as services keep them under the command's id, for ever. */
@Component
class StoredOutcomes {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final EventLog own;
    private final ServiceJson services;

    StoredOutcomes(EventLog own, ServiceJson services) {
        this.own = own;
        this.services = services;
    }

    /** Empty when the service has not handled the command. */
    Optional<Reply> find(String context, String commandId) {
        if (context.equals(Contexts.ACCESS)) {
            return own.outcome(commandId).map(AxonCommands::replyOf);
        }
        ServiceJson.Answer answer = services.ask(context, "GET", "/api/commands/" + commandId, Map.of(), null, WITHIN);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw ServiceJson.refusal(context, answer);
        }
        return Optional.of(Json.lenient().treeToValue(answer.body(), Reply.class));
    }
}
