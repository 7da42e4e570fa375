package io.axiom.language.status;

import io.axiom.language.deployment.view.EnvironmentView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/status}: everything {@code axiom status} shows, in one call.
 *
 * @param status {@code ok}, or {@code degraded} when a part does not answer
 * @param environments null parts are left out; empty when deployment-service does not answer
 */
public record PlatformStatus(
        String status, Instant at, List<Part> services, Audit audit, Counts counts, List<Environment> environments) {

    /**
     * One service, the router, or Kafka.
     *
     * @param name the context, or {@code router}, {@code kafka}
     * @param status {@code up} or {@code down}
     * @param position the log's head
     * @param projected up to which queries have caught up
     * @param relayed up to which Kafka has the events
     * @param detail why it is down
     */
    public record Part(
            String name,
            @Nullable String url,
            String status,
            @Nullable Long position,
            @Nullable Long projected,
            @Nullable Long relayed,
            @Nullable String detail) {}

    /** @param waiting events read that wait for their cause */
    public record Audit(
            long position, long waiting, @Nullable Instant lastTime) {}

    /** Null where the service that knows does not answer. */
    public record Counts(
            @Nullable Integer components,
            @Nullable Integer environments,
            @Nullable Integer activeDeployments) {}

    /** @param components what runs */
    public record Environment(
            String environmentId,
            List<EnvironmentView.ComponentState> components,
            @Nullable String rollbackInProgress,
            long position) {}
}
