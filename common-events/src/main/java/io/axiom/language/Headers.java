package io.axiom.language;

/** Kafka header names: CloudEvents 1.0 binary mode ({@code ce_} prefix) and Axiom's extension attributes. */
public final class Headers {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    public static final String AGGREGATE_TYPE = "ce_aggregatetype";
    public static final String POSITION = "ce_position";
    public static final String SEQUENCE = "ce_sequence";
    public static final String COMMAND_ID = "ce_commandid";
    /** {@link EventReference} of the event that led here. */
    public static final String CAUSATION_ID = "ce_causationid";

    public static final String CORRELATION_ID = "ce_correlationid";
    /** {@link Actor} in text form. */
    public static final String ACTOR = "ce_actor";

    public static final String TRACEPARENT = "ce_traceparent";

    /** Id of the API token that signed a command. */
    public static final String KEY_ID = "ce_keyid";
    /** HMAC-SHA256 over the command, see {@code io.axiom.language.CommandSignature}. */
    public static final String SIGNATURE = "ce_signature";

    private Headers() {}
}
