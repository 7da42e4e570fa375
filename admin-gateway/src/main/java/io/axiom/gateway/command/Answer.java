package io.axiom.gateway.command;

import io.axiom.language.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of answers to commands, as the OpenAPI document describes them. */
public final class Answer {
    private Answer() {}

    /**
     * What an accepted command led to. Beside {@code commandId}, {@code context} and {@code position} it has what the
     * decision made up.
     */
    public record Accepted(
            String commandId,
            String context,
            long position,
            @Nullable String deploymentId,
            @Nullable String rollbackId,
            @Nullable String rollbackPointId,
            @Nullable String component,
            @Nullable String version,
            @Nullable String environmentId) {}

    /** The command is with its service, which has not answered yet; ask at {@code status} how it went. */
    public record Pending(String commandId, String context, String outcome, String status) {}

    /**
     * What became of a command.
     *
     * @param outcome pending, accepted or rejected
     */
    public record Outcome(
            String commandId,
            @Nullable String context,
            String outcome,
            @Nullable Long position,
            @Nullable Map<String, String> result,
            @Nullable Rejection rejection) {}
}
