package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A fold that depends on every event and on their order gives the same from any split of the log. */
class FoldProperties {
    private static final int EVENTS = 90;
    private static PostgresEventLog log;

    @BeforeContainer
    static void fill() {
        log = PostgresEventLog.open(
                TestInfrastructure.freshDatabase(), "folded", LogOptions.DEFAULT.withPartitionSize(20));
        for (int i = 0; i < EVENTS; i++) {
            log.append(Events.append("s" + i % 3, i / 3, 1)).join();
        }
    }

    @AfterContainer
    static void close() {
        log.close();
    }

    @Property(tries = 60)
    void ofTheWholeLog(
            @ForAll @IntRange(min = 0, max = EVENTS) int split, @ForAll @IntRange(min = 1, max = 40) int limit) {
        assertThat(fold(fold(1, upTo(0, split, limit)), upTo(split, EVENTS, limit)))
                .isEqualTo(fold(1, log.read(0, EVENTS)));
    }

    @Property(tries = 60)
    void ofAStreamAsOfAnyPosition(
            @ForAll @IntRange(min = 0, max = EVENTS) int asOf, @ForAll @IntRange(min = 0, max = 30) int split) {
        List<StoredEvent> filtered = log.read(0, EVENTS).stream()
                .filter(e -> e.event().aggregateId().equals("s1") && e.position() <= asOf)
                .toList();
        List<StoredEvent> before = log.readStream("thing", "s1", 0, asOf, split);
        List<StoredEvent> after = split == 0
                ? log.readStream("thing", "s1", 0, asOf, EVENTS)
                : log.readStream("thing", "s1", split, asOf, EVENTS);
        assertThat(fold(fold(1, before), after)).isEqualTo(fold(1, filtered));
    }

    private static List<StoredEvent> upTo(long after, long until, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        for (long position = after;
                position < until;
                position = events.getLast().position()) {
            events.addAll(log.read(position, (int) Math.min(limit, until - position)));
        }
        return events;
    }

    private static int fold(int state, List<StoredEvent> events) {
        for (StoredEvent event : events) {
            state = 31 * state + event.event().eventId().hashCode();
        }
        return state;
    }
}
