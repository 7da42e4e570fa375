package io.axiom.language.deployment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a release replaces another. In requests the bare name ({@code "blue-green"}) is accepted too and means its defaults. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Strategy.BlueGreen.class, name = "blue-green"),
    @JsonSubTypes.Type(value = Strategy.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = Strategy.Canary.class, name = "canary")
})
public sealed interface Strategy {

    /**
     * Starts everything new beside everything old, then switches all traffic at once.
     *
     * @param preview reachable by header {@code X-Axiom-Preview: <release id>} before the switch; waits for a promote
     * @param scaleDownDelay how long the old release stays warm after the switch, default 30 s
     */
    record BlueGreen(@Nullable Boolean preview, @Nullable Duration scaleDownDelay) implements Strategy {}

    /**
     * Replaces instances batch by batch.
     *
     * @param batchSize how many at a time, default 1
     * @param maxUnavailable how many fewer than wanted may serve, default 0
     * @param maxSurge how many more than wanted may run, default the batch size
     */
    record Rolling(
            @Nullable Integer batchSize,
            @Nullable Integer maxUnavailable,
            @Nullable Integer maxSurge) implements Strategy {}

    /**
     * Shifts traffic in steps.
     *
     * @param steps default 10 % for 10 s, 50 % for 10 s
     * @param header testers who send it reach the canary from the start whatever the weights, null for none
     */
    record Canary(
            @Nullable List<CanaryStep> steps,
            @Nullable TesterHeader header,
            @Nullable Duration scaleDownDelay) implements Strategy {}

    /**
     * @param weight percent of traffic for the new release, 1 to 100
     * @param pause how long to watch before the next step; null waits until someone promotes
     */
    record CanaryStep(int weight, @Nullable Duration pause) {}

    record TesterHeader(String name, String value) {}

    /** The strategy of this name with nothing set, or null when there is none of this name. */
    static @Nullable Strategy byName(String name) {
        return switch (name) {
            case "blue-green" -> new Strategy.BlueGreen(null, null);
            case "rolling" -> new Strategy.Rolling(null, null, null);
            case "canary" -> new Strategy.Canary(null, null, null);
            default -> null;
        };
    }
}
