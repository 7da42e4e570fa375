package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.version.request.EndRequest;
import io.axiom.language.version.request.RetireRequest;
import io.axiom.language.version.request.StopRequest;
import io.axiom.language.version.request.TagRequest;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.runtime.web.RequestCommands;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to one version, decided here at once. */
@RestController
@RequestMapping("/api/components/{component}/versions/{version}")
class VersionController {
    private final RequestCommands commands;

    VersionController(RequestCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/deprecate")
    Map<String, Object> deprecate(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, RetireRequest.class).toDeprecate(component, version), headers, actor);
    }

    @PostMapping("/end")
    Map<String, Object> end(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, EndRequest.class).toCommand(component, version), headers, actor);
    }

    @PostMapping("/yank")
    Map<String, Object> yank(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, RetireRequest.class).toYank(component, version), headers, actor);
    }

    @PostMapping("/stop")
    Map<String, Object> stop(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, StopRequest.class).toRequire(component, version), headers, actor);
    }

    @PostMapping("/stop/lift")
    Map<String, Object> lift(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, StopRequest.class).toLift(component, version), headers, actor);
    }

    @PostMapping("/tag")
    Map<String, Object> tag(
            @PathVariable String component,
            @PathVariable String version,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, TagRequest.class).toCommand(component, version), headers, actor);
    }
}
