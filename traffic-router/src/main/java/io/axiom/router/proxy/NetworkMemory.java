package io.axiom.router.proxy;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import org.jspecify.annotations.Nullable;

/**
 * How full the memory is in which data lies that somebody does not read: direct buffers ({@code -XX:MaxDirectMemorySize}) and
 * the heap. When it runs out every connection stalls, so before that those go who hold it.
 */
public final class NetworkMemory {
    /** What a connection that nobody reads from can hold of each, measured with a thousand of them. */
    private static final long DIRECT_PER_CONNECTION = 64 * 1024;

    private static final long HEAP_PER_CONNECTION = 128 * 1024;

    private static final double SCARCE = 0.6;
    private static final double EXHAUSTED = 0.8;
    private static final long IMPATIENT_NANOS = 1_000_000_000L;

    private final BufferPoolMXBean direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    /** Null for collectors without an old generation. */
    private final @Nullable MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
            .findFirst()
            .orElse(null);

    private final long mostDirect = mostDirect();
    private volatile double taken;

    /** In bytes. */
    public static long mostDirect() {
        long set = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        return set > 0 ? set : Runtime.getRuntime().maxMemory();
    }

    /** At most this many connections fit, all of them as slow as can be. */
    int connections() {
        long direct = mostDirect / DIRECT_PER_CONNECTION;
        long heap = Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION;
        return (int) Math.clamp(Math.min(direct, heap), 64, Integer.MAX_VALUE);
    }

    void look() {
        taken = Math.max((double) direct.getMemoryUsed() / mostDirect, oldTaken());
    }

    /** What was left after the last collection: what is there now may be garbage. */
    private double oldTaken() {
        MemoryUsage usage = old == null ? null : old.getCollectionUsage();
        return usage == null || usage.getMax() <= 0 ? 0 : (double) usage.getUsed() / usage.getMax();
    }

    /** How long data may lie waiting for somebody to read it. */
    long patienceNanos(long usual) {
        return taken < SCARCE ? usual : taken < EXHAUSTED ? Math.min(usual, IMPATIENT_NANOS) : 0;
    }

    /** Whether new requests are better refused. */
    boolean isExhausted() {
        return taken >= EXHAUSTED;
    }
}
