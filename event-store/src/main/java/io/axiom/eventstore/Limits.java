package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** Refuses what PostgreSQL could not store, before it could fail a whole group. */
final class Limits {
    static final int EVENTS = 10_000;
    static final int TEXT = 1_000;
    static final int BYTES = 16 << 20;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Limits() {}

    static void check(Append append) {
        require(append.events().size() <= EVENTS, "an append", " of more than 10,000 events");
        String commandId = append.commandId();
        byte[] outcome = append.outcome();
        require(
                (commandId == null) == (outcome == null),
                "a command id without an outcome,",
                " or one without a command id");
        if (commandId != null) {
            text("command id", commandId);
        }
        if (outcome != null) {
            bytes("outcome", outcome);
        }
        append.events().forEach(Limits::check);
    }

    private static void check(NewEvent event) {
        text("aggregate type", event.aggregateType());
        text("aggregate id", event.aggregateId());
        text("event id", event.eventId());
        text("event type", event.type());
        bytes("payload", event.payload());
        bytes("metadata", event.metadata());
        require(event.sequence() >= 0, "a negative", " sequence");
        require(!event.time().isBefore(FIRST) && !event.time().isAfter(LAST), "a time", " outside the years 1 to 9999");
    }

    private static void bytes(String what, byte[] value) {
        require(value.length <= BYTES, what, " longer than 16 MiB");
    }

    private static void text(String what, String value) {
        require(value.length() <= TEXT, what, " longer than 1,000 characters");
        require(value.indexOf(0) < 0, what, " with a NUL character");
        require(isUnicode(value), what, " that is not valid Unicode");
    }

    /** Half a surrogate pair does not survive encoding. */
    private static boolean isUnicode(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return new String(value.getBytes(UTF_8), UTF_8).equals(value);
            }
        }
        return true;
    }

    private static void require(boolean holds, String what, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The log does not take " + what + problem);
        }
    }
}
