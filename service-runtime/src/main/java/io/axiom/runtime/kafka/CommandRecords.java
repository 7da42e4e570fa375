package io.axiom.runtime.kafka;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.EventReference;
import io.axiom.language.Headers;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.messages.CommandIds;
import io.axiom.runtime.messages.CommandParser;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of a commands topic, or says with a {@link RejectedException} why one cannot be read. */
final class CommandRecords {
    /** In bytes; what a record can have, less room for its headers. A command may carry a folder of migrations. */
    static final int LARGEST = KafkaSettings.LARGEST_RECORD - 64 * 1024;

    private final CommandParser parser;
    private final Authenticator authenticator;
    private final Clock clock;

    CommandRecords(CommandParser parser, Authenticator authenticator, Clock clock) {
        this.parser = parser;
        this.authenticator = authenticator;
        this.clock = clock;
    }

    record Received(Command command, CommandContext context) {}

    /** The id to reply to; null when there is none that could be one. */
    static @Nullable String idOf(ConsumerRecord<String, byte[]> record) {
        String id = EventRecords.text(record, Headers.ID);
        return CommandIds.isValid(id) ? id : null;
    }

    Received read(ConsumerRecord<String, byte[]> record) {
        String id = idOf(record);
        String type = EventRecords.text(record, Headers.TYPE);
        if (id == null || type == null) {
            throw refused(
                    "command.headers-missing",
                    Rejection.Kind.INVALID,
                    "The record has no usable " + (id == null ? Headers.ID : Headers.TYPE) + " header.",
                    "Send the headers ce_id (1 to 200 visible ASCII characters) and ce_type, see docs/kafka.md.");
        }
        byte[] value = record.value();
        if (value == null || value.length == 0) {
            throw refused(
                    "command.empty",
                    Rejection.Kind.INVALID,
                    "The record has no value.",
                    "Send the command's JSON as the value.");
        }
        if (value.length > LARGEST) {
            throw refused(
                    "request.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The command is larger than " + LARGEST + " bytes.",
                    "Send less at once.");
        }
        Authenticator.Caller caller = authenticator.authenticate(new Authenticator.Signed(
                id,
                type,
                EventRecords.text(record, Headers.ACTOR),
                EventRecords.text(record, Headers.KEY_ID),
                EventRecords.text(record, Headers.SIGNATURE),
                value));
        Command command = parser.parse(type, value);
        String correlation = EventRecords.text(record, Headers.CORRELATION_ID);
        return new Received(
                command,
                new CommandContext(
                        id,
                        caller.actor(),
                        clock.instant(),
                        CommandIds.isValid(correlation) && correlation != null ? correlation : id,
                        caller.trusted() ? causeOf(record) : null,
                        CommandIds.traceparent(EventRecords.text(record, Headers.TRACEPARENT))));
    }

    private static @Nullable EventReference causeOf(ConsumerRecord<String, byte[]> record) {
        String cause = EventRecords.text(record, Headers.CAUSATION_ID);
        try {
            return cause == null ? null : EventReference.parse(cause);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "command.headers-invalid",
                    Rejection.Kind.INVALID,
                    "The header " + Headers.CAUSATION_ID + " is not <context>@<position>.",
                    "Correct it or leave it out.");
        }
    }

    private static RejectedException refused(String code, Rejection.Kind kind, String detail, String next) {
        return new RejectedException(new Rejection(code, kind, detail, next));
    }
}
