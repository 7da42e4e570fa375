package io.axiom.runtime.command;

import io.axiom.language.Command;
import io.axiom.language.MessageCatalog;
import io.axiom.language.MessageType;
import io.axiom.language.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** How many commands of which type came to which end, and how long that took. */
public final class CommandMetrics {
    private final MeterRegistry registry;

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Reply measure(Command command, Supplier<Reply> handling) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            Reply reply = handling.get();
            outcome = reply instanceof Reply.Accepted ? "accepted" : "rejected";
            return reply;
        } finally {
            sample.stop(Timer.builder("axiom.commands")
                    .description("Commands decided, by type and outcome")
                    .tag("type", typeOf(command))
                    .tag("outcome", outcome)
                    .publishPercentileHistogram()
                    .register(registry));
        }
    }

    private static String typeOf(Command command) {
        return command.getClass().isAnnotationPresent(MessageType.class)
                ? MessageCatalog.nameOf(command.getClass())
                : command.getClass().getSimpleName();
    }
}
