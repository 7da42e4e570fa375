package io.axiom.deployment.status;

import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.messages.CommandIds;
import io.axiom.runtime.messages.JsonInput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** REST requests as commands to this service's own aggregates: no Kafka, no gateway. */
@Component
class Requests {
    private final Commands commands;
    private final Clock clock;

    Requests(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Nothing at all counts as an empty object. */
    static <T> T read(byte @Nullable [] body, Class<T> type) {
        return JsonInput.read(body == null || body.length == 0 ? "{}".getBytes(StandardCharsets.US_ASCII) : body, type);
    }

    static int limit(@Nullable String text) {
        return (int) number("limit", text, 50, 1, 500);
    }

    static long number(String name, @Nullable String text, long otherwise, long least, long most) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new RejectedException(new Rejection(
                "request.parameter-invalid",
                Rejection.Kind.INVALID,
                "The parameter \"" + name + "\" is not a number from " + least + " to " + most + '.',
                "Correct it and ask again.",
                Map.of("parameter", name)));
    }

    /** Decides and appends; the answer as JSON fields. */
    Map<String, Object> send(Command command, HttpHeaders headers, Actor actor) {
        try {
            return switch (commands.send(command, context(headers, actor)).join()) {
                case Reply.Accepted accepted -> answer(accepted);
                case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What it would lead to. */
    Decision.Accepted<? extends Event> decide(Command command, HttpHeaders headers, Actor actor) {
        return switch (commands.decide(command, context(headers, actor))) {
            case Decision.Accepted<? extends Event> accepted -> accepted;
            case Decision.Refused<? extends Event>(Rejection rejection) -> throw new RejectedException(rejection);
        };
    }

    private CommandContext context(HttpHeaders headers, Actor actor) {
        String id = CommandIds.orRandom(headers.getFirst("Idempotency-Key"));
        return new CommandContext(
                id, actor, clock.instant(), id, null, CommandIds.traceparent(headers.getFirst("traceparent")));
    }

    private static Map<String, Object> answer(Reply.Accepted accepted) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commandId", accepted.commandId());
        answer.put("context", accepted.context());
        answer.put("position", accepted.position());
        answer.putAll(accepted.result());
        return answer;
    }
}
