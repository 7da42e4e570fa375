package io.axiom.gateway.command;

import io.axiom.gateway.proxy.ServiceAddresses;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.runtime.kafka.CommandClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends commands over Kafka; where Kafka does not take one, the answer says how to reach the service without it. */
@Component
final class OverKafka implements CommandSender {
    private final ObjectProvider<CommandClient> client;
    private final ServiceAddresses addresses;

    OverKafka(ObjectProvider<CommandClient> client, ServiceAddresses addresses) {
        this.client = client;
        this.addresses = addresses;
        client.ifAvailable(CommandClient::listenEarly);
    }

    @Override
    public CompletableFuture<Reply> send(String context, Command command, CommandContext commandContext) {
        CommandClient kafka = client.getIfAvailable();
        if (kafka == null) {
            return CompletableFuture.failedFuture(unavailable(context, command));
        }
        return kafka.send(context, command, commandContext).exceptionally(error -> {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            if (cause instanceof CommandClient.KafkaUnavailableException) {
                throw unavailable(context, command);
            }
            throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
        });
    }

    private RejectedException unavailable(String context, Command command) {
        String url = addresses.find(context) + "/api/commands/" + MessageCatalog.nameOf(command.getClass());
        return new RejectedException(new Rejection(
                "kafka.unavailable",
                Rejection.Kind.UNAVAILABLE,
                "Kafka did not take the command, so it is not known whether it will be done.",
                "Repeat it with the same Idempotency-Key once Kafka is back, or send the command now, with the same key, to "
                        + url + '.',
                Map.of("service", context, "url", url)));
    }
}
