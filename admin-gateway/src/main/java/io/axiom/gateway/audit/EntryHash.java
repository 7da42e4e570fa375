package io.axiom.gateway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the hash of the entry before and this entry's fields, each prefixed with its length (a missing one has
 * length -1), so no two different entries have the same bytes.
 */
final class EntryHash {
    /** The hash before the first entry. */
    static final byte[] GENESIS = new byte[32];

    private EntryHash() {}

    static byte[] of(byte[] previous, long position, Arrival arrival, String cut) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
            field(digest, arrival.source().toString());
            field(digest, arrival.cause() == null ? null : arrival.cause().toString());
            field(digest, arrival.eventId());
            field(digest, arrival.type());
            field(digest, arrival.aggregateType());
            field(digest, arrival.aggregateId());
            field(digest, Long.toString(arrival.sequence()));
            field(digest, arrival.time().toString());
            field(digest, arrival.actor());
            field(digest, arrival.commandId());
            field(digest, arrival.correlationId());
            field(digest, arrival.payload());
            field(digest, cut);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void field(MessageDigest digest, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
