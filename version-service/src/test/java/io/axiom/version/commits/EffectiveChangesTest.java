package io.axiom.version.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.Bump;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EffectiveChangesTest {
    private static EffectiveChanges range(String... messages) {
        return EffectiveChanges.of(IntStream.range(0, messages.length)
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
        assertThat(range("docs: a", "chore: b").bump()).isEqualTo(Bump.NONE);
        assertThat(range("docs: a", "perf: b").bump()).isEqualTo(Bump.PATCH);
        assertThat(range("fix: a", "feat: b").bump()).isEqualTo(Bump.MINOR);
        assertThat(range("feat: a", "refactor!: b").bump()).isEqualTo(Bump.MAJOR);
    }

    @Test
    void aRevertCancelsWhatItRevertsInTheSameRange() {
        assertThat(range("feat!: a", revert(0, "feat!: a")).changes()).isEmpty();
        assertThat(range("feat!: a", "fix: b", revert(0, "feat!: a")).bump()).isEqualTo(Bump.PATCH);
    }

    @Test
    void aRevertOfAnEarlierReleaseIsAPatch() {
        assertThat(range("Revert \"feat: a\"\n\nThis reverts commit " + "f".repeat(40) + ".")
                        .bump())
                .isEqualTo(Bump.PATCH);
        assertThat(range("revert: feat: a").bump()).isEqualTo(Bump.PATCH);
    }

    @Test
    void aRevertedRevertLeavesTheCommitStanding() {
        assertThat(range("feat: a", revert(0, "feat: a"), revert(1, "Revert \"feat: a\""))
                        .changes())
                .extracting(Change::subject)
                .containsExactly("feat: a");
        assertThat(range("feat: a", revert(0, "feat: a"), "Reapply \"feat: a\"\n\nThis reverts commit " + id(1) + ".")
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
            assertThat(EffectiveChanges.of(changes).changes())
                    .extracting(Change::subject)
                    .containsExactlyInAnyOrder("feat: a", "fix: b");
            assertThat(EffectiveChanges.of(changes.reversed()).changes()).hasSize(2);
        }
    }

    @Test
    void refsOfARevertNameWhatItTakesBack() {
        assertThat(range("feat: a", "fix: b", "revert: both of them\n\nRefs: " + id(0).substring(0, 34) + ", " + id(1))
                        .changes())
                .isEmpty();
        assertThat(range("feat: a", "revert: one of two\n\nRefs: " + id(0) + ", " + "f".repeat(40))
                        .changes())
                .extracting(Change::type)
                .containsExactly("revert");
    }

    @Test
    void messagesWithoutIdsAreTakenBackByTheirFirstLine() {
        List<Change> posted = Stream.of(
                        "fix: b",
                        "Revert \"feat!: a\"\n\nThis reverts commit " + id(7) + ".",
                        "Revert \"fix: other\"\n\nThis reverts commit " + id(8) + ".",
                        "feat!: a",
                        "feat!: a")
                .map(message -> Change.of("", message))
                .toList();

        assertThat(EffectiveChanges.of(posted).changes())
                .extracting(Change::subject)
                .containsExactly("fix: b", "Revert \"fix: other\"", "feat!: a");
    }

    @Test
    void commitsThatRevertEachOtherCancelNothing() {
        assertThat(range(revert(1, "x"), revert(0, "y")).changes()).hasSize(2);
        assertThat(range(revert(0, "itself")).changes()).hasSize(1);
    }

    @Test
    void aLongChainOfRevertsIsWorkedOut() {
        List<Change> chain = Stream.iterate(0, i -> i + 1)
                .limit(100_000)
                .map(i -> Change.of(id(i), i == 0 ? "feat: a" : revert(i - 1, "x")))
                .toList();

        // The last stands, so every second one does not; an odd number of reverts took the first back.
        assertThat(EffectiveChanges.of(chain).changes()).isEmpty();
        assertThat(EffectiveChanges.of(chain.subList(0, 99_999)).changes())
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
