package io.axiom.language;

/** Names of the Kafka topics. */
public final class Topics {
    /** Every service's replies; keyed by command id. */
    public static final String REPLIES = "axiom.replies";

    private Topics() {}

    /** Events of a context, in position order: one partition, so its order is the log's order. */
    public static String events(String context) {
        return "axiom." + context + ".events";
    }

    /** Commands to a context; key: aggregate id. */
    public static String commands(String context) {
        return "axiom." + context + ".commands";
    }

    /** Where records go that can never be handled. */
    public static String deadLetters(String topic) {
        return topic + ".dlt";
    }
}
