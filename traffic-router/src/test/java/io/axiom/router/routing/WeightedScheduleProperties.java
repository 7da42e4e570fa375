package io.axiom.router.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WeightedScheduleProperties {

    @Property(tries = 300)
    void anyFullTurnGivesEachExactlyItsShare(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100) Integer> weights,
            @ForAll @IntRange(max = 5_000) int skipped) {
        WeightedSchedule schedule = WeightedSchedule.of(weights);
        if (schedule.length() == 0) {
            assertThat(schedule.next()).isEqualTo(-1);
            assertThat(weights).containsOnly(0);
            return;
        }
        for (int i = 0; i < skipped; i++) {
            schedule.next();
        }
        int[] picked = new int[weights.size()];
        for (int i = 0; i < schedule.length(); i++) {
            picked[schedule.next()]++;
        }
        int sum = weights.stream().mapToInt(it -> it).sum();
        for (int i = 0; i < picked.length; i++) {
            assertThat((long) picked[i] * sum).isEqualTo((long) weights.get(i) * schedule.length());
        }
    }

    @Property(tries = 300)
    void atNoMomentIsAnyoneFarFromItsShare(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 100) Integer> weights) {
        WeightedSchedule schedule = WeightedSchedule.of(weights);
        double sum = weights.stream().mapToInt(it -> it).sum();
        int[] picked = new int[weights.size()];
        for (int n = 1; n <= 2 * schedule.length(); n++) {
            picked[schedule.next()]++;
            for (int i = 0; i < picked.length; i++) {
                assertThat(Math.abs(picked[i] - n * weights.get(i) / sum)).isLessThan(weights.size());
            }
        }
    }

    @Property(tries = 100)
    void weightsOfAnySizeAreMetToOnePartInAThousand(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        WeightedSchedule schedule = WeightedSchedule.of(weights);
        assertThat(schedule.length()).isBetween(1, WeightedSchedule.MAX_LENGTH + weights.size());
        int[] picked = new int[weights.size()];
        for (int n = 0; n < schedule.length(); n++) {
            picked[schedule.next()]++;
        }
        double sum = weights.stream().mapToLong(it -> it).sum();
        for (int i = 0; i < picked.length; i++) {
            assertThat(picked[i]).isPositive();
            assertThat((double) picked[i] / schedule.length())
                    .isCloseTo(weights.get(i) / sum, org.assertj.core.data.Offset.offset(0.001));
        }
    }

    @Example
    void threadsTogetherGiveExactSharesToo() throws InterruptedException {
        WeightedSchedule schedule = WeightedSchedule.of(List.of(90, 10));
        AtomicIntegerArray picked = new AtomicIntegerArray(2);
        List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 25_000; i++) {
                        picked.incrementAndGet(schedule.next());
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(picked.get(0)).isEqualTo(90_000);
        assertThat(picked.get(1)).isEqualTo(10_000);
    }
}
