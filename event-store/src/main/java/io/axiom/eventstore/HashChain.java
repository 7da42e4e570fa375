package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Links events: {@code hash = SHA-256(previous hash, position, SHA-256(every field, length-prefixed))}. The inner digest
 * needs neither predecessor nor position, so callers compute it before their group has its turn.
 */
final class HashChain {
    private static final MessageDigest PROTOTYPE = prototype();

    private final MessageDigest sha256 = sha256();

    /** The hash before position 1; differs by context, so one context's log cannot pass for another's. */
    static byte[] genesis(String context) {
        return sha256().digest(("axiom log v1 " + context).getBytes(UTF_8));
    }

    byte[] content(NewEvent event) {
        return content(fields(event));
    }

    /** @param fields as {@link #fields} gives them */
    byte[] content(byte[] fields) {
        return sha256.digest(fields);
    }

    /** Every field, length-prefixed: in the order of the event table's columns they are also what COPY BINARY takes. */
    static byte[] fields(NewEvent event) {
        return lengthPrefixed(
                event.aggregateType().getBytes(UTF_8),
                event.aggregateId().getBytes(UTF_8),
                number(event.sequence()),
                event.eventId().getBytes(UTF_8),
                event.type().getBytes(UTF_8),
                event.payload(),
                event.metadata(),
                number(micros(event.time())));
    }

    byte[] link(byte[] previous, long position, byte[] content) {
        sha256.update(previous);
        sha256.update(number(position));
        return sha256.digest(content);
    }

    /** Outcomes are no links of the chain; each has a hash of its own. */
    byte[] outcome(CommandOutcome outcome) {
        return sha256.digest(lengthPrefixed(
                outcome.commandId().getBytes(UTF_8),
                number(outcome.appended().firstPosition()),
                number(outcome.appended().lastPosition()),
                outcome.outcome()));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static byte[] lengthPrefixed(byte[]... fields) {
        int length = 0;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            buffer.putInt(field.length).put(field);
        }
        return buffer.array();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static MessageDigest sha256() {
        try {
            // A copy is far cheaper than asking the security providers for every append.
            return (MessageDigest) PROTOTYPE.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
