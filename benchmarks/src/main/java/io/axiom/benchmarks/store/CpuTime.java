package io.axiom.benchmarks.store;

import java.time.Duration;

/** Processor time used by this JVM and by PostgreSQL: on a shared machine it says more than the clock. */
record CpuTime(Duration java, Duration postgres) {
    static CpuTime now(long postmaster) {
        return new CpuTime(
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus));
    }

    String perEventSince(CpuTime begin, long events) {
        return "cpu per event: java %.1f µs, postgres %.1f µs"
                .formatted(
                        java.minus(begin.java).toNanos() / 1e3 / events,
                        postgres.minus(begin.postgres).toNanos() / 1e3 / events);
    }
}
