package io.axiom.language;

/** A request to one aggregate to change; it is either accepted with events or refused with a {@link Rejection}. */
public interface Command {
    /** The stream the command is decided on; also its Kafka key, so commands of one aggregate keep their order. */
    String aggregateId();
}
