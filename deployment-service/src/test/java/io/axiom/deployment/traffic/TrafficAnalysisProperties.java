package io.axiom.deployment.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TrafficAnalysisProperties {
    private static final long[] BUCKETS = {1_000, 10_000, 100_000, Long.MAX_VALUE};
    private static final TrafficLimits LIMITS = new TrafficLimits(5, null, 5, 3, Duration.ofSeconds(10));

    @Property
    void onlyTheDifferencesWithinTheWindowDecide(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int reports,
            @ForAll @IntRange(max = 100_000) int earlier) {
        List<TrafficSample> samples = samples(seed, reports, 0);
        List<TrafficSample> afterMuchTraffic = samples(seed, reports, earlier);
        long now = samples.getLast().atMillis();
        assertThat(TrafficAnalysis.judge(afterMuchTraffic, LIMITS, now))
                .isEqualTo(TrafficAnalysis.judge(samples, LIMITS, now));
    }

    @Property
    void howOftenTheRouterReportsDoesNotChangeTheCounts(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int reports) {
        List<TrafficSample> samples = samples(seed, reports, 0);
        List<TrafficSample> fewer = List.of(samples.getFirst(), samples.getLast());
        TrafficLimits wide = new TrafficLimits(5, null, 5, 3, Duration.ofDays(1));
        long now = samples.getLast().atMillis();
        TrafficVerdict one = TrafficAnalysis.judge(samples, wide, now);
        TrafficVerdict other = TrafficAnalysis.judge(fewer, wide, now);
        assertThat(other.state()).isEqualTo(one.state());
        assertThat(other.requests()).isEqualTo(one.requests());
        assertThat(other.errors()).isEqualTo(one.errors());
        assertThat(other.p99Micros()).isEqualTo(one.p99Micros());
    }

    @Property
    void errorsCountOnlyAboveBothTheRateAndTheMinimum(
            @ForAll @IntRange(max = 200) int requests, @ForAll @IntRange(max = 200) int errors) {
        int failed = Math.min(errors, requests);
        TrafficVerdict verdict = TrafficAnalysis.judge(
                List.of(sample(0, 0, 0, new long[4]), sample(100, requests, failed, new long[4])), LIMITS, 100);
        boolean bad = requests >= 5 && failed >= 3 && failed * 100.0 / requests > 5;
        assertThat(verdict.state() == TrafficVerdict.State.ERRORS).isEqualTo(bad);
        assertThat(verdict.state() == TrafficVerdict.State.TOO_FEW).isEqualTo(requests < 5);
    }

    @Example
    void saysWhenItBegan() {
        TrafficVerdict verdict = TrafficAnalysis.judge(
                List.of(
                        sample(0, 10, 0, new long[4]),
                        sample(100, 20, 0, new long[4]),
                        sample(200, 30, 2, new long[4]),
                        sample(300, 40, 9, new long[4])),
                LIMITS,
                300);
        assertThat(verdict.state()).isEqualTo(TrafficVerdict.State.ERRORS);
        assertThat(verdict.firstErrorAtMillis()).isEqualTo(200);
        assertThat(verdict.describe()).isEqualTo("9 of 30 requests failed (30.0 %)");
    }

    @Example
    void oldErrorsAreForgotten() {
        List<TrafficSample> samples = List.of(
                sample(0, 0, 0, new long[4]), sample(100, 10, 10, new long[4]), sample(20_000, 30, 10, new long[4]));
        assertThat(TrafficAnalysis.judge(samples, LIMITS, 5_000).state()).isEqualTo(TrafficVerdict.State.ERRORS);
        assertThat(TrafficAnalysis.judge(samples, LIMITS, 20_000).state()).isEqualTo(TrafficVerdict.State.HEALTHY);
    }

    @Example
    void slowAnswersFailWhenAskedFor() {
        TrafficLimits slow = new TrafficLimits(5, Duration.ofMillis(100), 5, 3, Duration.ofSeconds(10));
        List<TrafficSample> fast = List.of(sample(0, 0, 0, new long[4]), sample(9, 100, 0, new long[] {50, 49, 1, 0}));
        List<TrafficSample> tail = List.of(sample(0, 0, 0, new long[4]), sample(9, 100, 0, new long[] {50, 0, 0, 50}));
        assertThat(TrafficAnalysis.judge(fast, slow, 9).state()).isEqualTo(TrafficVerdict.State.HEALTHY);
        assertThat(TrafficAnalysis.judge(tail, slow, 9).state()).isEqualTo(TrafficVerdict.State.SLOW);
        assertThat(TrafficAnalysis.judge(tail, LIMITS, 9).state()).isEqualTo(TrafficVerdict.State.HEALTHY);
    }

    private static List<TrafficSample> samples(long seed, int count, long earlier) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        List<TrafficSample> samples = new ArrayList<>();
        long requests = earlier;
        long errors = earlier / 2;
        long[] counts = {earlier, 0, 0, 0};
        long at = 0;
        for (int i = 0; i < count; i++) {
            samples.add(sample(at, requests, errors, counts.clone()));
            at += 50 + random.nextInt(400);
            int more = random.nextInt(20);
            requests += more;
            errors += more == 0 ? 0 : random.nextInt(more) / 4;
            counts[random.nextInt(4)] += more;
        }
        return samples;
    }

    private static TrafficSample sample(long at, long requests, long errors, long[] counts) {
        return new TrafficSample(at, requests, errors, BUCKETS, counts);
    }
}
