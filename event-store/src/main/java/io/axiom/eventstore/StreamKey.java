package io.axiom.eventstore;

import org.jspecify.annotations.Nullable;

/** A stream's name. A record but for its hash, which the caller's thread computes once instead of the writer's many times. */
final class StreamKey {
    private final String aggregateType;
    private final String aggregateId;
    private final int hash;

    StreamKey(String aggregateType, String aggregateId) {
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.hash = 31 * aggregateType.hashCode() + aggregateId.hashCode();
    }

    static StreamKey of(NewEvent event) {
        return new StreamKey(event.aggregateType(), event.aggregateId());
    }

    String aggregateType() {
        return aggregateType;
    }

    String aggregateId() {
        return aggregateId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StreamKey key
                && hash == key.hash
                && aggregateId.equals(key.aggregateId)
                && aggregateType.equals(key.aggregateType);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return aggregateType + '/' + aggregateId;
    }
}
