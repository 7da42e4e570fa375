package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.version.VersionCommand;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.messages.CommandIds;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a request's command and makes the answer of its reply. */
@Component
class RegistryCommands {
    private final Commands commands;
    private final Clock clock;

    RegistryCommands(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The body of the answer. Throws {@link RejectedException} when the command is refused. */
    Map<String, Object> send(VersionCommand command, HttpHeaders headers, Actor actor) {
        return answer(accepted(command, headers, actor));
    }

    Reply.Accepted accepted(VersionCommand command, HttpHeaders headers, Actor actor) {
        String id = CommandIds.orRandom(headers.getFirst("Idempotency-Key"));
        String traceparent = CommandIds.traceparent(headers.getFirst("traceparent"));
        CompletableFuture<Reply> reply =
                commands.send(command, new CommandContext(id, actor, clock.instant(), id, null, traceparent));
        return switch (join(reply)) {
            case Reply.Accepted accepted -> accepted;
            case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
        };
    }

    private static Reply join(CompletableFuture<Reply> reply) {
        try {
            return reply.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static Map<String, Object> answer(Reply.Accepted accepted) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commandId", accepted.commandId());
        answer.put("context", accepted.context());
        answer.put("position", accepted.position());
        answer.putAll(accepted.result());
        return answer;
    }
}
