package io.axiom.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** The answer every command gets, on {@code axiom.replies} and over HTTP. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reply.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Reply.Rejected.class, name = "rejected")
})
public sealed interface Reply {
    String commandId();

    /** The context that answered. */
    String context();

    /** The position up to which a reader must be to see this command's effect; for a rejection, that of its record. */
    long position();

    /**
     * @param position the last event's position; the log's head when the command needed no event
     * @param result what the decision made up, for example {@code deploymentId}
     */
    record Accepted(String commandId, String context, String aggregateId, long position, Map<String, String> result)
            implements Reply {
        public Accepted {
            result = Map.copyOf(result);
        }
    }

    record Rejected(String commandId, String context, String aggregateId, long position, Rejection rejection)
            implements Reply {}
}
