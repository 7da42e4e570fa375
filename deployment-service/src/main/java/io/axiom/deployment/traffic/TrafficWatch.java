package io.axiom.deployment.traffic;

import io.axiom.language.deployment.Cause;
import io.axiom.language.routing.RouterReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges one release by every report of its router and tells when the verdict changes. */
public final class TrafficWatch implements AutoCloseable {
    /** The name this check has in events. */
    public static final String CHECK = "traffic";

    /** Hears verdicts. Called on the thread that reads reports: must return at once. */
    public interface Listener {
        void passed(String detail);

        void failed(Cause cause, Instant firstFailureAt);
    }

    private final RouterLink link;
    private final String key;
    private final String releaseId;
    private final TrafficLimits limits;
    private final Listener listener;
    private final Clock clock;
    private final long startMillis;
    private final Runnable stopListening;
    private @Nullable Boolean told;
    private boolean closed;

    /** @param from traffic before this instant is not the release's fault */
    public TrafficWatch(
            RouterLink link,
            String environment,
            String component,
            String releaseId,
            TrafficLimits limits,
            Instant from,
            Listener listener,
            Clock clock) {
        this.link = link;
        this.key = TrafficHistory.key(environment, component, releaseId);
        this.releaseId = releaseId;
        this.limits = limits;
        this.listener = listener;
        this.clock = clock;
        this.startMillis = RouterLink.nowMillis()
                - Math.max(0, Duration.between(from, clock.instant()).toMillis());
        this.stopListening = link.listen(this::judge);
    }

    private synchronized void judge(RouterReport report) {
        if (closed) {
            return;
        }
        long now = RouterLink.nowMillis();
        TrafficVerdict verdict = TrafficAnalysis.judge(link.history().since(key, startMillis), limits, now);
        switch (verdict.state()) {
            case TOO_FEW -> {}
            case HEALTHY -> {
                if (!Boolean.TRUE.equals(told)) {
                    told = true;
                    listener.passed(verdict.describe());
                }
            }
            case ERRORS, SLOW -> {
                if (!Boolean.FALSE.equals(told)) {
                    told = false;
                    Long first = verdict.firstErrorAtMillis();
                    listener.failed(
                            cause(verdict), clock.instant().minusMillis(first == null ? 0 : Math.max(0, now - first)));
                }
            }
        }
    }

    private Cause cause(TrafficVerdict verdict) {
        String window = "in the last " + limits.window().toMillis() / 1000.0 + " s: " + verdict.describe();
        Duration latency = limits.latencyP99();
        return verdict.state() == TrafficVerdict.State.ERRORS || latency == null
                ? new Cause(
                        "traffic.error-rate",
                        "Requests to " + releaseId + ' ' + window
                                + String.format(Locale.ROOT, "; allowed are %.1f %%.", limits.errorRatePercent()),
                        "Look at the release's output for the errors it answered with.")
                : new Cause(
                        "traffic.latency",
                        "Answers of " + releaseId + ' ' + window + "; allowed are " + latency.toMillis() + " ms.",
                        "Profile the release under this load, or raise thresholds.latencyP99.");
    }

    @Override
    public synchronized void close() {
        closed = true;
        stopListening.run();
    }
}
