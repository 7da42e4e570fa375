package io.axiom.eventstore;

import io.axiom.infrastructure.TestInfrastructure;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own contract for storage engines, on PostgreSQL. */
class AxonContractTest
        extends BatchingEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {
    private PostgresEventLog log;

    @BeforeEach
    void open() {
        log = PostgresEventLog.open(TestInfrastructure.freshDatabase(), "contract");
        setTestSubject(createEngine(UnaryOperator.identity()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        return customization
                .apply(PostgresEventStorageEngine.builder()
                        .log(log)
                        .eventSerializer(TestSerializers.json())
                        .snapshotSerializer(TestSerializers.json()))
                .build();
    }
}
