package io.axiom.runtime.web;

import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.Event;
import io.axiom.language.MessageCatalog;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.messages.CommandParser;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
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
    private final RequestCommands commands;

    public CommandController(CommandParser parser, RequestCommands commands) {
        this.parser = parser;
        this.commands = commands;
    }

    /** What a command would lead to. */
    public record DryRun(List<Planned> events, Map<String, String> result) {}

    public record Planned(String type, Event event) {}

    @PostMapping(path = "/api/commands/{type}", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Object command(
            @PathVariable String type,
            @RequestBody byte[] json,
            @RequestHeader HttpHeaders headers,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        Command command = parser.parse(type, json);
        return dryRun ? dryRun(commands.decide(command, headers, actor)) : commands.accepted(command, headers, actor);
    }

    private static DryRun dryRun(Decision.Accepted<? extends Event> decided) {
        return new DryRun(
                decided.events().stream()
                        .map(event -> new Planned(MessageCatalog.nameOf(event.getClass()), event))
                        .toList(),
                decided.result());
    }
}
