package io.axiom.eventstore;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of Axon's messages as UUID version 7 (RFC 9562, method 3: milliseconds and a finer fraction of time in front). Ids that
 * grow keep the index that makes them unique small where it is written. They are names, not secrets:
 * time tells apart those of one process, a random seed those of different ones.
 */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {
    private static final int FRACTION_BITS = 12;
    private static final long SEED = new SecureRandom().nextLong();

    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateIdentifier() {
        long time = last.updateAndGet(before -> Math.max(before + 1, now()));
        long high = ((time >>> FRACTION_BITS) << 16) | 0x7000 | (time & 0xfff);
        long low = (new SplittableRandom(SEED + time).nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Units of 1/4096 millisecond. */
    private static long now() {
        Instant instant = Instant.now();
        return (instant.toEpochMilli() << FRACTION_BITS)
                + ((long) (instant.getNano() % 1_000_000) << FRACTION_BITS) / 1_000_000;
    }
}
