package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.PostgresEventLog;
import io.axiom.eventstore.PostgresEventStorageEngine;
import io.axiom.language.Reply;
import io.axiom.runtime.aggregate.AxonAggregates;
import io.axiom.runtime.aggregate.CatalogSerializer;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterService;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;

/** Axon falls back to memory without a word; these are the stores that must be in use. */
class StoresInUseTest {

    @Test
    void axonStoresInPostgresUnderLogicalNames() {
        try (CounterService service = CounterService.start()) {
            Configuration axon = service.bean(AxonAggregates.class).configuration();
            assertThat(service.bean(EventLog.class)).isInstanceOf(PostgresEventLog.class);
            assertThat(service.bean(EventStorageEngine.class)).isInstanceOf(PostgresEventStorageEngine.class);
            assertThat(axon.eventStore())
                    .isInstanceOf(EmbeddedEventStore.class)
                    .extracting("storageEngine")
                    .isInstanceOf(PostgresEventStorageEngine.class);
            assertThat(axon.eventSerializer()).isInstanceOf(CatalogSerializer.class);
            assertThat(axon.serializer()).isInstanceOf(CatalogSerializer.class);

            Reply reply = service.send(new Add("stored", 1));
            assertThat(service.bean(EventLog.class).read(reply.position() - 1, 1))
                    .singleElement()
                    .satisfies(stored -> assertThat(stored.event().type()).isEqualTo("counter.Added.v1"));
            assertThat(axon.eventStore().readEvents("stored").next().getPayload())
                    .isNotNull();
        }
    }
}
