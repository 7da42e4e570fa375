package io.axiom.gateway.command;

import io.axiom.gateway.proxy.Acknowledged;
import io.axiom.gateway.route.Call;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends a request's command over Kafka, waits for the reply, and makes the answer of it. */
@Component
public class Dispatch {
    private final CommandSender sender;
    private final IdempotencyKeys keys;
    private final RecentReplies recent;
    private final Acknowledged acknowledged;
    private final Clock clock;
    private final Duration patience;

    Dispatch(
            CommandSender sender,
            IdempotencyKeys keys,
            RecentReplies recent,
            Acknowledged acknowledged,
            Clock clock,
            @Value("${axiom.gateway.reply-timeout:10s}") Duration patience) {
        this.sender = sender;
        this.keys = keys;
        this.recent = recent;
        this.acknowledged = acknowledged;
        this.clock = clock;
        this.patience = patience;
    }

    /** The command's id and everything that travels with it. */
    public CommandContext context(Call call, String context) {
        String id = keys.commandId(call, context);
        return new CommandContext(
                id,
                call.actor(),
                clock.instant(),
                id,
                null,
                call.header("traceparent").orElse(null));
    }

    /** 200 with what the decision made up, or 202 with where to ask when the service takes long. */
    public ServerResponse send(Call call, String context, Command command) {
        return send(call, context, command, _ -> null);
    }

    /** 201 with the location of what was made. */
    public ServerResponse send(
            Call call, String context, Command command, Function<Reply.Accepted, @Nullable String> location) {
        CommandContext commandContext = context(call, context);
        CompletableFuture<Reply> reply = sender.send(context, command, commandContext);
        Reply answer = await(reply, patience);
        return answer == null ? pending(commandContext.commandId(), context, reply) : answer(answer, location);
    }

    /** Null when it takes longer. */
    static @Nullable Reply await(CompletableFuture<Reply> reply, Duration patience) {
        try {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** What an accepted command is answered with; a rejected one is thrown as what it is. */
    public ServerResponse answer(Reply reply, Function<Reply.Accepted, @Nullable String> location) {
        return switch (reply) {
            case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
            case Reply.Accepted accepted -> {
                acknowledged.add(accepted);
                String made = location.apply(accepted);
                ServerResponse.BodyBuilder response =
                        made == null ? ServerResponse.ok() : ServerResponse.created(URI.create(made));
                yield response.header("Axiom-Position", accepted.context() + '=' + accepted.position())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json.mapper().writeValueAsBytes(body(accepted)));
            }
        };
    }

    private static Map<String, Object> body(Reply.Accepted accepted) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("commandId", accepted.commandId());
        body.put("context", accepted.context());
        body.put("position", accepted.position());
        body.putAll(accepted.result());
        return body;
    }

    ServerResponse pending(String commandId, String context, CompletableFuture<Reply> reply) {
        keys.remember(commandId, context);
        recent.watch(commandId, reply);
        String status = "/api/commands/" + commandId;
        return ServerResponse.accepted()
                .header("Location", status)
                .header("Retry-After", "1")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsBytes(new Answer.Pending(commandId, context, "pending", status)));
    }
}
