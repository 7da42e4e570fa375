package io.axiom.runtime.command;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.Reply;
import io.axiom.runtime.aggregate.Decision;
import java.util.concurrent.CompletableFuture;

/** This service's own aggregates, reached without Kafka. Intake, REST and reactors all go through here. */
public interface Commands {

    /**
     * Authorises, prepares, decides and appends. The same command id again gets the same answer without a second effect.
     * Completes exceptionally only when the log is unavailable.
     */
    CompletableFuture<Reply> send(Command command, CommandContext context);

    /** The same up to the append, which does not happen: a dry run. */
    Decision<? extends Event> decide(Command command, CommandContext context);
}
