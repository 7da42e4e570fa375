package io.axiom.runtime.web;

import io.axiom.eventstore.EventLog;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.runtime.command.AxonCommands;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a command, for whoever did not wait for its reply. */
@RestController
public final class OutcomeController {
    private final EventLog log;

    public OutcomeController(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/commands/{commandId}")
    public Reply outcome(@PathVariable String commandId) {
        return log.outcome(commandId)
                .map(AxonCommands::replyOf)
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "command.unknown",
                        Rejection.Kind.NOT_FOUND,
                        "This service has handled no command with this id.",
                        "If it was sent a moment ago, ask again; or send it again with the same id.")));
    }
}
