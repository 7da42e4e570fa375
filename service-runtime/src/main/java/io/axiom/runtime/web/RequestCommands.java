package io.axiom.runtime.web;

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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;

/** REST requests as commands to this service's own aggregates: no Kafka, no gateway. A refusal is a {@link RejectedException}. */
public final class RequestCommands {
    private final Commands commands;
    private final Clock clock;

    public RequestCommands(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Decides and appends; the answer as JSON fields. */
    public Map<String, Object> send(Command command, HttpHeaders headers, Actor actor) {
        return answer(accepted(command, headers, actor));
    }

    /** Decides and appends. */
    public Reply.Accepted accepted(Command command, HttpHeaders headers, Actor actor) {
        try {
            return switch (commands.send(command, context(headers, actor)).join()) {
                case Reply.Accepted accepted -> accepted;
                case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What it would lead to. */
    public Decision.Accepted<? extends Event> decide(Command command, HttpHeaders headers, Actor actor) {
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

    /** The body of the answer to an accepted command. */
    public static Map<String, Object> answer(Reply.Accepted accepted) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commandId", accepted.commandId());
        answer.put("context", accepted.context());
        answer.put("position", accepted.position());
        answer.putAll(accepted.result());
        return answer;
    }
}
