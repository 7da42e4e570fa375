package io.axiom.runtime.boot;

import io.axiom.eventstore.EventLog;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.projection.ProjectedPositions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far relay and projections are behind the log, in events. */
final class RuntimeMetrics implements MeterBinder {
    private final String context;
    private final EventLog log;
    private final RelayStatus relay;
    private final ProjectedPositions positions;

    RuntimeMetrics(String context, EventLog log, RelayStatus relay, ProjectedPositions positions) {
        this.context = context;
        this.log = log;
        this.relay = relay;
        this.positions = positions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("axiom.log.head", this::head)
                .description("Last position of the log")
                .tag("context", context)
                .register(registry);
        Gauge.builder("axiom.relay.lag", this::relayLag)
                .description("Events not yet published; NaN where another instance publishes")
                .tag("context", context)
                .register(registry);
        Gauge.builder("axiom.projection.lag", () -> Math.max(0, head() - positions.projected(context)))
                .description("Events of this service's own log that its slowest projection has not applied")
                .tag("context", context)
                .register(registry);
    }

    private double relayLag() {
        Long relayed = relay.relayed();
        return relayed == null ? Double.NaN : head() - relayed;
    }

    private double head() {
        try {
            return log.head();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
