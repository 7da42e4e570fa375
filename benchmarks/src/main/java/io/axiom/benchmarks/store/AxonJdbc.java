package io.axiom.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;

/** Axon's own JDBC engine as its documentation sets it up, on a pool as large as two cores make use of. */
final class AxonJdbc implements AutoCloseable {
    private final HikariDataSource pool;
    private final JdbcEventStorageEngine engine;

    AxonJdbc(String jdbcUrl, int connections, Serializer serializer) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(60_000);
        pool = new HikariDataSource(config);
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(pool::getConnection)
                .transactionManager(new Direct())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataType(byte[].class)
                .schema(EventSchema.builder().build())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    void append(String aggregate, long sequence) {
        engine.appendEvents(
                new GenericDomainEventMessage<>("rollout", aggregate, sequence, DeploymentNoted.number(sequence)));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** One append is one statement batch on an auto-committing connection, hence one transaction already. */
    private static final class Direct implements TransactionManager {
        @Override
        public Transaction startTransaction() {
            return new Transaction() {
                @Override
                public void commit() {}

                @Override
                public void rollback() {}
            };
        }

        @Override
        public <T> T fetchInTransaction(Supplier<T> supplier) {
            return supplier.get();
        }
    }
}
