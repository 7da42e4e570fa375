package io.axiom.runtime.kafka;

import org.jspecify.annotations.Nullable;

/** How this instance's relay is doing. */
public final class RelayStatus {
    private volatile boolean leading;
    private volatile boolean kafkaReachable;
    private volatile @Nullable Long relayed;

    public boolean leading() {
        return leading;
    }

    public boolean kafkaReachable() {
        return kafkaReachable;
    }

    /** The last position published; null when this instance has published none. */
    public @Nullable Long relayed() {
        return relayed;
    }

    public void leading(boolean now) {
        leading = now;
    }

    public void kafkaReachable(boolean now) {
        kafkaReachable = now;
    }

    public void relayed(@Nullable Long position) {
        relayed = position;
    }
}
