package io.axiom.runtime.boot;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.PostgresEventLog;
import io.axiom.eventstore.PostgresEventStorageEngine;
import io.axiom.language.Event;
import io.axiom.runtime.access.AccessTokens;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.aggregate.AxonAggregates;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.aggregate.CatalogSerializer;
import io.axiom.runtime.command.AxonCommands;
import io.axiom.runtime.command.CommandMetrics;
import io.axiom.runtime.kafka.Relay;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.log.EventCodec;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.LogHistory;
import io.axiom.runtime.log.Upcaster;
import io.axiom.runtime.messages.CommandParser;
import io.axiom.runtime.projection.OwnProjections;
import io.axiom.runtime.projection.ProjectedPositions;
import io.axiom.runtime.projection.Projection;
import io.axiom.runtime.projection.StoredPositions;
import io.axiom.runtime.reaction.Leadership;
import io.axiom.runtime.reaction.Reactor;
import io.axiom.runtime.reaction.Reactors;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aggregates on the log, projections and reactors. */
@AutoConfiguration(
        after = {
            DatabaseAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class
        })
@ConditionalOnBean(BoundedContext.class)
public class RuntimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    PostgresEventLog eventLog(DataSource dataSource, BoundedContext context) {
        return PostgresEventLog.open(dataSource, context.name());
    }

    @Bean
    EventStorageEngine eventStorageEngine(PostgresEventLog log, CatalogSerializer serializer) {
        return PostgresEventStorageEngine.builder()
                .log(log)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @Bean
    CatalogSerializer catalogSerializer(EventCodec codec) {
        return new CatalogSerializer(codec);
    }

    @Bean
    AxonAggregates axonAggregates(
            BoundedContext context,
            EventLog log,
            History history,
            CatalogSerializer serializer,
            EventStorageEngine engine) {
        return new AxonAggregates(context, log, history, serializer, engine);
    }

    @Bean
    EventCodec eventCodec(BoundedContext context, List<Upcaster> upcasters) {
        List<Class<? extends Event>> roots = new ArrayList<>();
        context.deciders().forEach(decider -> roots.add(decider.events()));
        return new EventCodec(context.name(), roots, upcasters);
    }

    @Bean
    @ConditionalOnMissingBean
    History history(EventLog log, EventCodec codec) {
        return new LogHistory(log, codec);
    }

    @Bean
    CommandMetrics commandMetrics(MeterRegistry registry) {
        return new CommandMetrics(registry);
    }

    @Bean
    AxonCommands commands(
            BoundedContext context,
            AxonAggregates aggregates,
            EventLog log,
            EventCodec codec,
            History history,
            CommandMetrics metrics) {
        return new AxonCommands(context, aggregates, log, codec, history, metrics);
    }

    @Bean
    CommandParser commandParser(BoundedContext context) {
        return new CommandParser(context.published());
    }

    @Bean
    StoredPositions storedPositions(JdbcClient jdbc) {
        return new StoredPositions(jdbc);
    }

    @Bean
    ProjectedPositions positions() {
        return new ProjectedPositions();
    }

    @Bean
    AccessTokens accessTokens(JdbcClient jdbc) {
        return new AccessTokens(jdbc);
    }

    @Bean
    Authenticator authenticator(AccessTokens tokens, AxiomProperties properties) {
        return new Authenticator(tokens, properties.signing().key(), properties.requireToken());
    }

    @Bean
    OwnProjections ownProjections(
            BoundedContext context,
            EventLog log,
            History history,
            List<Projection> projections,
            StoredPositions stored,
            ProjectedPositions positions,
            TransactionTemplate transaction) {
        return new OwnProjections(context.name(), log, history, projections, stored, positions, transaction);
    }

    @Bean
    @ConditionalOnMissingBean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    Reactors reactors(
            BoundedContext context,
            EventLog log,
            History history,
            ObjectProvider<Reactor> reactors,
            StoredPositions stored) {
        return new Reactors(
                context.name(), log, history, reactors.orderedStream().toList(), stored);
    }

    @Bean
    RelayStatus relayStatus() {
        return new RelayStatus();
    }

    @Bean
    MeterBinder runtimeMetrics(BoundedContext context, EventLog log, RelayStatus relay, ProjectedPositions positions) {
        return new RuntimeMetrics(context.name(), log, relay, positions);
    }

    @Bean
    Leadership leadership(
            BoundedContext context, DataSource dataSource, Reactors reactors, ObjectProvider<Relay> relay) {
        List<Leadership.Duty> duties = new ArrayList<>();
        duties.add(reactors);
        relay.ifAvailable(duties::add);
        return new Leadership("axiom.leader." + context.name(), dataSource, duties);
    }
}
