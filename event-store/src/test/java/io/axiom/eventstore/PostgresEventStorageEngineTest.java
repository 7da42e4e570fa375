package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.infrastructure.TestInfrastructure;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEventStorageEngineTest {
    private final PostgresEventLog log = PostgresEventLog.open(TestInfrastructure.freshDatabase(), "test");
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder()
            .log(log)
            .eventSerializer(TestSerializers.json())
            .snapshotSerializer(TestSerializers.json())
            .build();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void storesTheOutcomeOfTheCommandWithTheEventsOfItsUnitOfWork() {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("do"));
        new PendingOutcome("c1", "{}".getBytes(UTF_8)).attachTo(unitOfWork);
        unitOfWork.onPrepareCommit(
                _ -> engine.appendEvents(event("rollout", "rollout/a", 0), event("rollout", "rollout/a", 1)));
        unitOfWork.commit();
        assertThat(PendingOutcome.appendedBy(unitOfWork)).contains(new Appended(1, 2));
        assertThat(log.outcome("c1").orElseThrow().appended()).isEqualTo(new Appended(1, 2));
    }

    @Test
    void tellsTheCallerOfACommandThatWasDoneBefore() {
        log.append(Events.command("c1", "a", 0, 1)).join();
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("do"));
        new PendingOutcome("c1", "{}".getBytes(UTF_8)).attachTo(unitOfWork);
        unitOfWork.onPrepareCommit(_ -> engine.appendEvents(event("rollout", "rollout/a", 0)));
        assertThatThrownBy(unitOfWork::commit).isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void keepsAggregatesOfDifferentTypesWithTheSameIdApart() {
        engine.appendEvents(
                event("environment", "environment/production", 0), event("rollout", "rollout/production", 0));
        engine.appendEvents(event("rollout", "rollout/production", 1));
        assertThat(log.readStream("rollout", "production", 0, Long.MAX_VALUE, 9))
                .hasSize(2);
        assertThat(engine.readEvents("environment/production", 0).asStream().toList())
                .hasSize(1);
        assertThat(engine.readEvents("rollout/production", 0).asStream())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.getAggregateIdentifier()).isEqualTo("rollout/production"));
        assertThat(engine.lastSequenceNumberFor("rollout/production")).contains(1L);
        assertThatThrownBy(() -> engine.readEvents("production", 0).asStream().toList())
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("identify it as <type>/production");
    }

    @Test
    void findsASnapshotOfAnAggregateNamedByTypeAndId() {
        engine.appendEvents(event("rollout", "rollout/a", 0));
        engine.storeSnapshot(event("rollout", "rollout/a", 0));
        assertThat(engine.readSnapshot("rollout/a")).get().satisfies(s -> {
            assertThat(s.getAggregateIdentifier()).isEqualTo("rollout/a");
            assertThat(s.getPayload()).isEqualTo("happened");
        });
        assertThat(engine.readSnapshot("rollout/b")).isEmpty();
    }

    @Test
    void idsOfAxonsMessagesGrowWithTime() {
        String first = event("t", "a", 0).getIdentifier();
        String second = event("t", "a", 0).getIdentifier();
        assertThat(java.util.UUID.fromString(first).version()).isEqualTo(7);
        assertThat(second).isGreaterThan(first);
    }

    private static GenericDomainEventMessage<String> event(String type, String identifier, long sequence) {
        return new GenericDomainEventMessage<>(type, identifier, sequence, "happened");
    }
}
