package io.axiom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Reply;
import io.axiom.runtime.counter.CounterApplication.Sums;
import io.axiom.runtime.counter.CounterCommand.Add;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.projection.Positions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignEventsTest {
    @TempDir
    Path data;

    @Test
    void eventsOfAnotherContextAreProjectedExactlyOnceByTwoInstancesAndAfterARestart() {
        try (EmbeddedKafkaServer kafka = EmbeddedKafkaServer.start(data, 0)) {
            String bootstrap = "axiom.kafka.bootstrap-servers=" + kafka.bootstrapServers();
            String database = TestInfrastructure.freshDatabase();
            try (CounterService counter = CounterService.start(TestInfrastructure.freshDatabase(), bootstrap)) {
                try (CounterService one = reader(database, bootstrap);
                        CounterService two = reader(database, bootstrap)) {
                    Reply last = null;
                    for (int i = 0; i < 40; i++) {
                        last = counter.send(new Add("foreign", 1));
                    }
                    for (CounterService reader : new CounterService[] {one, two}) {
                        assertThat(reader.bean(Positions.class)
                                        .await("counter", last.position(), Duration.ofSeconds(20)))
                                .isTrue();
                        assertThat(reader.bean(Sums.class).value("foreign")).isEqualTo(40);
                    }
                }
                Reply last = counter.send(new Add("foreign", 2));
                try (CounterService again = reader(database, bootstrap)) {
                    assertThat(again.bean(Positions.class).await("counter", last.position(), Duration.ofSeconds(20)))
                            .isTrue();
                    assertThat(again.bean(Sums.class).value("foreign")).isEqualTo(42);
                }
            }
        }
    }

    /** A service of another context that reads the counter's events. */
    private static CounterService reader(String database, String bootstrap) {
        return CounterService.start(database, bootstrap, "test.context=reader");
    }
}
