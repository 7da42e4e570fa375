package io.axiom.deployment.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StreakProperties {

    @Property
    void theVerdictIsThatOfTheLastRowLongEnough(
            @ForAll @Size(max = 40) List<Boolean> attempts,
            @ForAll @IntRange(min = 1, max = 4) int successes,
            @ForAll @IntRange(min = 1, max = 4) int failures) {
        Streak streak = Streak.NONE;
        for (int i = 0; i < attempts.size(); i++) {
            streak = streak.after(attempts.get(i), successes, failures, Instant.ofEpochSecond(i));
            assertThat(streak.verdict()).isEqualTo(expected(attempts.subList(0, i + 1), successes, failures));
            assertThat(streak.failingSince() == null).isEqualTo(attempts.get(i));
        }
    }

    private static Boolean expected(List<Boolean> attempts, int successes, int failures) {
        Boolean verdict = null;
        for (int end = 1; end <= attempts.size(); end++) {
            boolean last = attempts.get(end - 1);
            int needed = last ? successes : failures;
            int from = end - needed;
            if (from >= 0 && attempts.subList(from, end).stream().allMatch(passed -> passed == last)) {
                verdict = last;
            }
        }
        return verdict;
    }
}
