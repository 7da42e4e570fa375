package io.axiom.gateway.command;

import io.axiom.gateway.proxy.ServiceCredentials;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.gateway.route.Call;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.language.deployment.EnvironmentCommand.EmergencyRollback;
import io.axiom.language.deployment.request.EmergencyRollbackRequest;
import io.axiom.language.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Break glass. Goes over Kafka like every command; when Kafka or an answer over it does not come soon, the same command goes
 * to deployment-service directly. It carries the same id, so it is done once even when both arrive.
 */
@Component
public class Emergency {
    private static final Logger log = LoggerFactory.getLogger(Emergency.class);
    private static final Duration DIRECT_WITHIN = Duration.ofSeconds(10);

    private final CommandSender sender;
    private final Dispatch dispatch;
    private final ServiceJson services;
    private final ServiceCredentials credentials;
    private final Duration patience;

    Emergency(
            CommandSender sender,
            Dispatch dispatch,
            ServiceJson services,
            ServiceCredentials credentials,
            @Value("${axiom.gateway.emergency-kafka-timeout:1s}") Duration patience) {
        this.sender = sender;
        this.dispatch = dispatch;
        this.services = services;
        this.credentials = credentials;
        this.patience = patience;
    }

    public ServerResponse rollBack(Call call) {
        EmergencyRollback command = call.body(EmergencyRollbackRequest.class).toCommand();
        CommandContext context = dispatch.context(call, Contexts.DEPLOYMENT);
        Reply reply = overKafka(command, context);
        if (reply == null) {
            reply = directly(command, context);
        }
        return dispatch.answer(reply, accepted -> {
            String rollbackId = accepted.result().get("rollbackId");
            return rollbackId == null ? null : "/api/rollbacks/" + rollbackId;
        });
    }

    private @Nullable Reply overKafka(EmergencyRollback command, CommandContext context) {
        try {
            return Dispatch.await(sender.send(Contexts.DEPLOYMENT, command, context), patience);
        } catch (RejectedException e) {
            if (e.rejection().kind() != Rejection.Kind.UNAVAILABLE) {
                throw e;
            }
            log.warn(
                    "Emergency rollback {} goes around Kafka: {}",
                    context.commandId(),
                    e.rejection().code());
            return null;
        } catch (RuntimeException e) {
            log.warn("Emergency rollback {} goes around Kafka", context.commandId(), e);
            return null;
        }
    }

    private Reply directly(EmergencyRollback command, CommandContext context) {
        Map<String, String> headers = new HashMap<>(credentials.headers(context.actor()));
        headers.put("Idempotency-Key", context.commandId());
        ServiceJson.Answer answer = services.ask(
                Contexts.DEPLOYMENT,
                "POST",
                "/api/commands/" + MessageCatalog.nameOf(EmergencyRollback.class),
                headers,
                Json.mapper().writeValueAsBytes(command),
                DIRECT_WITHIN);
        return Json.lenient().treeToValue(ServiceJson.accepted(Contexts.DEPLOYMENT, answer), Reply.class);
    }
}
