package io.axiom.runtime.web;

import io.axiom.eventstore.EventLog;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.projection.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this service works, and how far its parts are. Kafka being down makes it degraded, not down. */
@RestController
public final class HealthController {
    private final BoundedContext context;
    private final EventLog log;
    private final Positions positions;
    private final RelayStatus relay;

    public HealthController(BoundedContext context, EventLog log, Positions positions, RelayStatus relay) {
        this.context = context;
        this.log = log;
        this.positions = positions;
        this.relay = relay;
    }

    /**
     * @param status {@code UP}, {@code DEGRADED} (Kafka cannot be reached) or {@code DOWN} (the log cannot)
     * @param relayed the last position this instance published; null when another instance publishes, or none was yet
     */
    public record Health(
            String status,
            String context,
            @Nullable Long position,
            @Nullable Long projected,
            @Nullable Long relayed,
            boolean leading,
            boolean kafka) {}

    @GetMapping("/health")
    public ResponseEntity<Health> health() {
        boolean kafka = relay.kafkaReachable();
        try {
            long head = log.head();
            long projected = Math.min(head, positions.projected(context.name()));
            return ResponseEntity.ok(new Health(
                    kafka ? "UP" : "DEGRADED",
                    context.name(),
                    head,
                    projected,
                    relay.relayed(),
                    relay.leading(),
                    kafka));
        } catch (RuntimeException e) {
            return ResponseEntity.status(503)
                    .body(new Health("DOWN", context.name(), null, null, relay.relayed(), relay.leading(), kafka));
        }
    }
}
