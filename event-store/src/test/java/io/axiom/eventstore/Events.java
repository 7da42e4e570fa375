package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Appends to test with. */
final class Events {
    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

    private Events() {}

    static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                "thing",
                stream,
                sequence,
                UUID.randomUUID().toString(),
                "test.Happened.v1",
                ("{\"n\":" + sequence + "}").getBytes(UTF_8),
                "{\"actor\":\"local\"}".getBytes(UTF_8),
                TIME.plusMillis(sequence));
    }

    static Append append(String stream, long from, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(stream, from + i));
        }
        return new Append(null, events, null);
    }

    static Append command(String commandId, String stream, long from, int count) {
        return new Append(
                commandId, append(stream, from, count).events(), ("{\"of\":\"" + commandId + "\"}").getBytes(UTF_8));
    }
}
