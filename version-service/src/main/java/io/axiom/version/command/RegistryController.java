package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.Reply;
import io.axiom.language.version.request.ComponentRequest;
import io.axiom.language.version.request.PolicyRequest;
import io.axiom.language.version.request.VersionRequest;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.runtime.web.RequestCommands;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering components and creating versions, decided here at once. */
@RestController
@RequestMapping("/api/components")
class RegistryController {
    private final RequestCommands commands;

    RegistryController(RequestCommands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> register(
            @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        Reply.Accepted accepted =
                commands.accepted(JsonInput.read(body, ComponentRequest.class).toCommand(), headers, actor);
        return ResponseEntity.created(URI.create("/api/components/" + accepted.aggregateId()))
                .body(RequestCommands.answer(accepted));
    }

    @PutMapping("/{component}/policy")
    Map<String, Object> policy(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, PolicyRequest.class).toCommand(component), headers, actor);
    }

    @PostMapping("/{component}/versions")
    ResponseEntity<Map<String, Object>> create(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        Reply.Accepted accepted =
                commands.accepted(JsonInput.read(body, VersionRequest.class).toCommand(component), headers, actor);
        String version = accepted.result().getOrDefault("version", "");
        return ResponseEntity.created(URI.create("/api/components/" + accepted.aggregateId() + "/versions/" + version))
                .body(RequestCommands.answer(accepted));
    }
}
