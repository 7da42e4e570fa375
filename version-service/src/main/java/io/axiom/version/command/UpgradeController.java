package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.version.request.ChannelRequest;
import io.axiom.language.version.request.CompatibilityRequest;
import io.axiom.language.version.request.TestResultRequest;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.runtime.web.RequestCommands;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving channels, and telling what is known about upgrades; decided here at once. */
@RestController
@RequestMapping("/api/components/{component}")
class UpgradeController {
    private final RequestCommands commands;

    UpgradeController(RequestCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/channels/{channel}")
    Map<String, Object> move(
            @PathVariable String component,
            @PathVariable String channel,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, ChannelRequest.class).toCommand(component, channel), headers, actor);
    }

    @PostMapping("/compatibility")
    Map<String, Object> declare(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, CompatibilityRequest.class).toCommand(component), headers, actor);
    }

    @PostMapping("/test-results")
    Map<String, Object> record(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, TestResultRequest.class).toCommand(component), headers, actor);
    }
}
