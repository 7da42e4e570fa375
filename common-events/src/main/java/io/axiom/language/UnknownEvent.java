package io.axiom.language;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/** An event of a type this program does not know, from a newer or another service. Its JSON is kept as it came. */
public record UnknownEvent(@JsonValue JsonNode json) implements Event {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnknownEvent {}
}
