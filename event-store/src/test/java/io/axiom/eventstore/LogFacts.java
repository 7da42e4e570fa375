package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is true of every log, whatever happened to it. */
final class LogFacts {
    private LogFacts() {}

    static List<StoredEvent> all(EventLog log) {
        List<StoredEvent> all = new ArrayList<>();
        for (List<StoredEvent> batch = log.read(0, 1_000); !batch.isEmpty(); ) {
            all.addAll(batch);
            batch = log.read(all.getLast().position(), 1_000);
        }
        return all;
    }

    static List<StoredEvent> check(EventLog log) {
        List<StoredEvent> events = all(log);
        Map<String, Long> sequences = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i).event();
            assertThat(events.get(i).position()).as("positions without gaps").isEqualTo(i + 1);
            assertThat(event.sequence())
                    .as("sequence of %s", event.aggregateId())
                    .isEqualTo(sequences.merge(event.aggregateId(), 0L, (old, _) -> old + 1));
            assertThat(ids.add(event.eventId())).as("once only").isTrue();
        }
        assertThat(log.head()).isEqualTo(events.size());
        assertThat(log.verify(0)).isEqualTo(new Verification(events.size(), events.size(), null, null));
        return events;
    }
}
