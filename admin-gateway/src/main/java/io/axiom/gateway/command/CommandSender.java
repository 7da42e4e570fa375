package io.axiom.gateway.command;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Reply;
import java.util.concurrent.CompletableFuture;

/** The way of commands to their service. */
@FunctionalInterface
public interface CommandSender {
    /**
     * Completes with the service's reply. Completes exceptionally with a RejectedException of kind UNAVAILABLE when the
     * command could not be handed over; never completes when the service does not answer.
     */
    CompletableFuture<Reply> send(String context, Command command, CommandContext commandContext);
}
