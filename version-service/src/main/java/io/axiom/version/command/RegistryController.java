package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.request.ComponentRequest;
import io.axiom.language.version.request.RetireRequest;
import io.axiom.language.version.request.VersionRequest;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.messages.CommandIds;
import io.axiom.runtime.messages.JsonInput;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registry's commands as the gateway takes them, decided here at once. */
@RestController
@RequestMapping("/api/components")
class RegistryController {
    private final Commands commands;
    private final Clock clock;

    RegistryController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> register(
            @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        Reply.Accepted accepted =
                send(JsonInput.read(body, ComponentRequest.class).toCommand(), headers, actor);
        return ResponseEntity.created(URI.create("/api/components/" + accepted.aggregateId()))
                .body(answer(accepted));
    }

    @PostMapping("/{component}/versions")
    ResponseEntity<Map<String, Object>> create(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        Reply.Accepted accepted =
                send(JsonInput.read(body, VersionRequest.class).toCommand(component), headers, actor);
        String version = accepted.result().getOrDefault("version", "");
        return ResponseEntity.created(URI.create("/api/components/" + accepted.aggregateId() + "/versions/" + version))
                .body(answer(accepted));
    }

    @PostMapping("/{component}/versions/{version}/deprecate")
    Map<String, Object> deprecate(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return answer(send(JsonInput.read(body, RetireRequest.class).toDeprecate(component, version), headers, actor));
    }

    @PostMapping("/{component}/versions/{version}/yank")
    Map<String, Object> yank(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return answer(send(JsonInput.read(body, RetireRequest.class).toYank(component, version), headers, actor));
    }

    private Reply.Accepted send(VersionCommand command, HttpHeaders headers, Actor actor) {
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

    private static Map<String, Object> answer(Reply.Accepted accepted) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commandId", accepted.commandId());
        answer.put("context", accepted.context());
        answer.put("position", accepted.position());
        answer.putAll(accepted.result());
        return answer;
    }
}
