package io.axiom.runtime.boot;

import io.axiom.eventstore.EventLog;
import io.axiom.language.Topics;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.kafka.CommandAnswers;
import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.kafka.ForeignEvents;
import io.axiom.runtime.kafka.Intake;
import io.axiom.runtime.kafka.KafkaConnection;
import io.axiom.runtime.kafka.KafkaSettings;
import io.axiom.runtime.kafka.Relay;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.log.EventCodec;
import io.axiom.runtime.messages.CommandParser;
import io.axiom.runtime.projection.ProjectedPositions;
import io.axiom.runtime.projection.Projection;
import io.axiom.runtime.projection.StoredPositions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** Relay, intake, replies and foreign events; absent when no bootstrap servers are configured. */
@AutoConfiguration(after = RuntimeAutoConfiguration.class)
@ConditionalOnBean(BoundedContext.class)
@ConditionalOnExpression("!'${axiom.kafka.bootstrap-servers:}'.isEmpty()")
public class KafkaRuntimeAutoConfiguration {
    private static final int COMMAND_PARTITIONS = 12;
    private static final int REPLY_PARTITIONS = 6;

    @Bean
    KafkaSettings kafkaSettings(AxiomProperties properties, BoundedContext context) {
        Map<String, Object> all = new HashMap<>(properties.kafka().properties());
        all.put("bootstrap.servers", properties.kafka().bootstrapServers());
        return new KafkaSettings(all, "axiom-" + context.name());
    }

    @Bean
    KafkaConnection kafkaConnection(
            KafkaSettings settings, BoundedContext context, List<Projection> projections, RelayStatus status) {
        List<KafkaConnection.Topic> topics = new ArrayList<>();
        String commands = Topics.commands(context.name());
        topics.add(new KafkaConnection.Topic(Topics.events(context.name()), 1));
        topics.add(new KafkaConnection.Topic(commands, COMMAND_PARTITIONS));
        topics.add(new KafkaConnection.Topic(Topics.deadLetters(commands), 1));
        topics.add(new KafkaConnection.Topic(Topics.REPLIES, REPLY_PARTITIONS));
        ForeignEvents.contexts(projections, context.name())
                .forEach(foreign -> topics.add(new KafkaConnection.Topic(Topics.events(foreign), 1)));
        return new KafkaConnection(settings, topics, status);
    }

    @Bean
    Relay relay(
            BoundedContext context,
            EventLog log,
            KafkaSettings settings,
            KafkaConnection connection,
            RelayStatus status) {
        return new Relay(context.name(), log, settings, connection, status);
    }

    @Bean
    CommandAnswers commandAnswers(
            BoundedContext context,
            CommandParser parser,
            Authenticator authenticator,
            Clock clock,
            Commands commands,
            KafkaSettings settings,
            MeterRegistry registry) {
        return CommandAnswers.of(context.name(), parser, authenticator, clock, commands, settings, registry);
    }

    @Bean
    Intake intake(BoundedContext context, KafkaSettings settings, KafkaConnection connection, CommandAnswers answers) {
        return new Intake(context.name(), settings, connection, answers);
    }

    @Bean
    CommandClient commandClient(KafkaSettings settings, KafkaConnection connection, AxiomProperties properties) {
        return new CommandClient(settings, connection, properties.signing().key());
    }

    @Bean
    ForeignEvents foreignEvents(
            KafkaSettings settings,
            KafkaConnection connection,
            EventCodec codec,
            List<Projection> projections,
            StoredPositions stored,
            ProjectedPositions positions,
            TransactionTemplate transaction) {
        return new ForeignEvents(settings, connection, codec, projections, stored, positions, transaction);
    }
}
