package io.axiom.runtime.web;

import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.messages.CommandIds;
import io.axiom.runtime.messages.CommandParser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Any published command straight to this service: it works with Kafka and the gateway down. */
@RestController
public final class CommandController {
    private final CommandParser parser;
    private final Commands commands;
    private final Clock clock;

    public CommandController(CommandParser parser, Commands commands, Clock clock) {
        this.parser = parser;
        this.commands = commands;
        this.clock = clock;
    }

    /** What a command would lead to. */
    public record DryRun(List<Planned> events, Map<String, String> result) {}

    public record Planned(String type, Event event) {}

    @PostMapping(path = "/api/commands/{type}", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Object command(
            @PathVariable String type,
            @RequestBody byte[] json,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "traceparent", required = false) @Nullable String traceparent,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        Command command = parser.parse(type, json);
        String id = CommandIds.orRandom(idempotencyKey);
        CommandContext context =
                new CommandContext(id, actor, clock.instant(), id, null, CommandIds.traceparent(traceparent));
        return dryRun ? dryRun(command, context) : accepted(commands.send(command, context));
    }

    private DryRun dryRun(Command command, CommandContext context) {
        return switch (commands.decide(command, context)) {
            case Decision.Accepted<? extends Event>(var events, var result) ->
                new DryRun(
                        events.stream()
                                .map(event -> new Planned(MessageCatalog.nameOf(event.getClass()), event))
                                .toList(),
                        result);
            case Decision.Refused<? extends Event>(var rejection) -> throw new RejectedException(rejection);
        };
    }

    private static Reply.Accepted accepted(CompletableFuture<Reply> reply) {
        try {
            return switch (reply.join()) {
                case Reply.Accepted accepted -> accepted;
                case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
