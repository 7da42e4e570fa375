package io.axiom.eventstore;

/**
 * Another append took this place in the stream first, or its predecessor is missing. Nothing of this append was stored;
 * decide again on the stream as it is now and retry.
 */
public final class SequenceConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String aggregateType;
    private final String aggregateId;
    private final long sequence;

    /** @param last the stream's last sequence, -1 when it has no events */
    public SequenceConflictException(String aggregateType, String aggregateId, long sequence, long last) {
        super(
                "Stream " + aggregateType + '/' + aggregateId + " continues with event " + (last + 1) + ", not "
                        + sequence,
                null,
                false,
                false);
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.sequence = sequence;
    }

    /** Where the stream's last sequence is not known. */
    public SequenceConflictException(String aggregateType, String aggregateId, long sequence) {
        super("Stream " + aggregateType + '/' + aggregateId + " already has an event " + sequence, null, false, false);
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.sequence = sequence;
    }

    public String aggregateType() {
        return aggregateType;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public long sequence() {
        return sequence;
    }
}
