package io.axiom.deployment.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.routing.RouterReport;
import io.axiom.language.routing.RouterReport.ReleaseTraffic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficHistoryTest {
    private static final String KEY = TrafficHistory.key("test", "agent", "new");
    private static final TrafficLimits LIMITS = new TrafficLimits(5, null, 5, 3, Duration.ofSeconds(10));

    private final TrafficHistory history = new TrafficHistory();

    @Test
    void whatARouterCountedBeforeItWasMetIsNobodysFault() {
        history.add(report("r1", traffic("new", 100, 90)), 1000);
        assertThat(errorsSince(0, 1000)).isZero();
        history.add(report("r1", traffic("new", 110, 94)), 1100);
        assertThat(errorsSince(0, 1100)).isEqualTo(4);
    }

    @Test
    void aReleaseThatAppearsWhileWatchedCountsFromItsFirstRequest() {
        history.add(report("r1"), 1000);
        history.add(report("r1", traffic("new", 10, 6)), 1100);
        assertThat(errorsSince(0, 1100)).isEqualTo(6);
    }

    @Test
    void aRouterThatRestartedCountsFromZero() {
        history.add(report("r1", traffic("new", 1000, 0)), 1000);
        history.add(report("r2", traffic("new", 10, 6)), 1100);
        assertThat(errorsSince(0, 1100)).isEqualTo(6);
    }

    @Test
    void whatWasCountedBeforeTheWatchBeganIsTheBaseline() {
        history.add(report("r1"), 900);
        history.add(report("r1", traffic("new", 50, 50)), 1000);
        history.add(report("r1", traffic("new", 60, 51)), 2000);
        assertThat(errorsSince(1500, 2000)).isEqualTo(1);
    }

    @Test
    void oldSamplesAreForgotten() {
        for (long at = 0; at < 10 * TrafficHistory.KEPT_MILLIS; at += 100) {
            history.add(report("r1", traffic("new", at, 0)), at);
        }
        assertThat(history.since(KEY, 0)).hasSizeLessThanOrEqualTo((int) (TrafficHistory.KEPT_MILLIS / 100) + 2);
    }

    private long errorsSince(long from, long now) {
        return TrafficAnalysis.judge(history.since(KEY, from), LIMITS, now).errors();
    }

    private static RouterReport report(String routerId, ReleaseTraffic... releases) {
        return new RouterReport(routerId, 0, Arrays.asList(releases), List.of());
    }

    private static ReleaseTraffic traffic(String release, long requests, long errors) {
        return new ReleaseTraffic(
                "test", "agent", release, 1, requests, errors, new long[] {Long.MAX_VALUE}, new long[] {requests});
    }
}
