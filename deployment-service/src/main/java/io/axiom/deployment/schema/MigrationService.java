package io.axiom.deployment.schema;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.projection.Positions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** migration-service, reached over Kafka. */
@Component
final class MigrationService {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationService.class);

    /** Planning proves every way back, which takes its time; the same command is sent again until there is an answer. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

    private static final Duration KAFKA_WITHIN = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(20);
    private static final Duration LISTEN = Duration.ofSeconds(5);

    private final ObjectProvider<CommandClient> kafka;
    private final Positions positions;

    MigrationService(ObjectProvider<CommandClient> kafka, Positions positions) {
        this.kafka = kafka;
        this.positions = positions;
    }

    /**
     * Sends until there is an answer; the command's id makes a second delivery harmless.
     *
     * @throws RejectedException as it refused, or {@code migration.no-answer}
     */
    Reply.Accepted ask(Command command, CommandContext context) throws InterruptedException {
        CommandClient client = kafka.getIfAvailable();
        if (client == null) {
            throw unanswered("There is no Kafka in this installation, so migration-service cannot be asked.");
        }
        long began = System.nanoTime();
        long heard = began;
        while (true) {
            try {
                Reply reply = client.send(Contexts.MIGRATION, command, context)
                        .get(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                return switch (reply) {
                    case Reply.Accepted accepted -> accepted;
                    case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
                };
            } catch (TimeoutException e) {
                heard = System.nanoTime();
                if (heard - began > ANSWER_WITHIN.toNanos()) {
                    throw unanswered(
                            "migration-service has not answered for " + ANSWER_WITHIN.toMinutes() + " minutes.");
                }
            } catch (ExecutionException e) {
                if (System.nanoTime() - heard > KAFKA_WITHIN.toNanos()) {
                    throw unanswered("Kafka has not taken the command to migration-service for "
                            + KAFKA_WITHIN.toSeconds() + " seconds.");
                }
                LOG.info("migration-service is asked again: {}", String.valueOf(e.getCause()));
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static RejectedException unanswered(String detail) {
        return new RejectedException(new Rejection(
                "migration.no-answer",
                Rejection.Kind.UNAVAILABLE,
                detail,
                "Look at Kafka and migration-service, then: axiom retry."));
    }

    /** Looks again with every event that comes from it, until there is something to see. */
    <T> T await(Supplier<Optional<T>> look) throws InterruptedException {
        while (true) {
            long seen = positions.projected(Contexts.MIGRATION);
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            positions.await(Contexts.MIGRATION, seen + 1, LISTEN);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
