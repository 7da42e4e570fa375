package io.axiom.version.command;

import io.axiom.language.Actor;
import io.axiom.language.version.request.TemplateRequest;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.runtime.web.RequestCommands;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** How a component's changelogs look. */
@RestController
class TemplateController {
    private final RequestCommands commands;

    TemplateController(RequestCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/components/{component}/changelog-template")
    Map<String, Object> replace(
            @PathVariable String component, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, TemplateRequest.class).toCommand(component), headers, actor);
    }
}
