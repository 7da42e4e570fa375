package io.axiom.version.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BumpTest {
    private static Bump bump(String... messages) {
        return Bump.of(IntStream.range(0, messages.length)
                .mapToObj(i -> Change.of(id(i), messages[i]))
                .toList());
    }

    private static String id(int number) {
        return "%040x".formatted(0xABCDEF1L * (number + 1));
    }

    private static String revert(int number, String header) {
        return "Revert \"" + header + "\"\n\nThis reverts commit " + id(number) + ".";
    }

    @Test
    void theGreatestAskedForCounts() {
        assertThat(bump("docs: a", "chore: b").increment()).isNull();
        assertThat(bump("docs: a", "perf: b").increment()).isEqualTo(Increment.PATCH);
        assertThat(bump("fix: a", "feat: b").increment()).isEqualTo(Increment.MINOR);
        assertThat(bump("feat: a", "refactor!: b").increment()).isEqualTo(Increment.MAJOR);
        assertThat(bump("feat: a", "fix: b", "feat: c").reasons())
                .extracting(Change::subject)
                .containsExactly("feat: a", "feat: c");
    }

    @Test
    void aBreakBeforeOneRaisesTheMinorNumber() {
        Bump bump = bump("feat!: a");

        assertThat(bump.from(SemanticVersion.parse("0.4.1"))).contains(Increment.MINOR);
        assertThat(bump.from(SemanticVersion.parse("1.4.1"))).contains(Increment.MAJOR);
        assertThat(bump("docs: a").from(SemanticVersion.parse("0.4.1"))).isEmpty();
    }

    @Test
    void aRevertCancelsWhatItRevertsInTheSameRange() {
        assertThat(bump("feat!: a", revert(0, "feat!: a")).changes()).isEmpty();
        assertThat(bump("feat!: a", "fix: b", revert(0, "feat!: a")).increment())
                .isEqualTo(Increment.PATCH);
    }

    @Test
    void aRevertOfAnEarlierReleaseIsAPatch() {
        assertThat(bump("Revert \"feat: a\"\n\nThis reverts commit " + "f".repeat(40) + ".")
                        .increment())
                .isEqualTo(Increment.PATCH);
        assertThat(bump("revert: feat: a").increment()).isEqualTo(Increment.PATCH);
    }

    @Test
    void aRevertedRevertLeavesTheCommitStanding() {
        assertThat(bump("feat: a", revert(0, "feat: a"), revert(1, "Revert \"feat: a\""))
                        .changes())
                .extracting(Change::subject)
                .containsExactly("feat: a");
        assertThat(bump("feat: a", revert(0, "feat: a"), "Reapply \"feat: a\"\n\nThis reverts commit " + id(1) + ".")
                        .changes())
                .extracting(Change::subject)
                .containsExactly("feat: a");
    }

    @Test
    void theOrderOfTheRangeDoesNotMatter() {
        List<Change> changes = new ArrayList<>(List.of(
                Change.of(id(0), "feat: a"),
                Change.of(id(1), revert(0, "feat: a")),
                Change.of(id(2), revert(1, "Revert \"feat: a\"")),
                Change.of(id(3), "fix: b")));

        for (int turn = 0; turn < changes.size(); turn++) {
            changes.addLast(changes.removeFirst());
            assertThat(Bump.of(changes).changes())
                    .extracting(Change::subject)
                    .containsExactlyInAnyOrder("feat: a", "fix: b");
            assertThat(Bump.of(changes.reversed()).changes()).hasSize(2);
        }
    }

    @Test
    void refsOfARevertNameWhatItTakesBack() {
        assertThat(bump("feat: a", "fix: b", "revert: both of them\n\nRefs: " + id(0).substring(0, 34) + ", " + id(1))
                        .changes())
                .isEmpty();
        assertThat(bump("feat: a", "revert: one of two\n\nRefs: " + id(0) + ", " + "f".repeat(40))
                        .changes())
                .extracting(Change::type)
                .containsExactly("revert");
    }

    @Test
    void commitsThatRevertEachOtherCancelNothing() {
        assertThat(bump(revert(1, "x"), revert(0, "y")).changes()).hasSize(2);
        assertThat(bump(revert(0, "itself")).changes()).hasSize(1);
    }

    @Test
    void aLongChainOfRevertsIsWorkedOut() {
        List<Change> chain = Stream.iterate(0, i -> i + 1)
                .limit(100_000)
                .map(i -> Change.of(id(i), i == 0 ? "feat: a" : revert(i - 1, "x")))
                .toList();

        // The last stands, so every second one does not; an odd number of reverts took the first back.
        assertThat(Bump.of(chain).changes()).isEmpty();
        assertThat(Bump.of(chain.subList(0, 99_999)).changes())
                .extracting(Change::subject)
                .containsExactly("feat: a");
    }

    @Test
    void whatIsKeptOfAMessageIsShort() {
        Change change = Change.of(
                "ABCDEF1",
                "feat(" + "s".repeat(10_000) + "): " + "x".repeat(100_000) + "\n\nBREAKING CHANGE: "
                        + "y".repeat(100_000) + "\n\nCloses #" + "1".repeat(10_000));

        assertThat(change.id()).isEqualTo("abcdef1");
        assertThat(change.subject()).hasSize(Change.LONGEST_SUBJECT);
        assertThat(change.header().scope()).hasSizeLessThanOrEqualTo(100);
        assertThat(change.breakingChanges().getFirst()).hasSize(Change.LONGEST_NOTE);
        assertThat(change.references()).isEmpty();
    }
}
