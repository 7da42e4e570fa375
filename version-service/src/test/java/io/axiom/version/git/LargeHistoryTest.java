package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.Bump;
import io.axiom.runtime.git.GitRepository;
import io.axiom.version.commits.Change;
import io.axiom.version.commits.EffectiveChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeHistoryTest {
    private static final int COMMITS = 100_000;

    @TempDir
    Path temporary;

    @Test
    void aHundredThousandCommitsAreReadInBoundedTimeAndMemory() {
        Path folder = temporary.resolve("project");
        String first;
        try (GitHistory history = GitHistory.packed(folder)) {
            first = history.file("a/x", "0").file("b/x", "0").commit("feat: start");
            for (int i = 1; i < COMMITS; i++) {
                if (i % 100 == 0) {
                    history.file(i % 1_000 == 0 ? "a/x" : "b/x", String.valueOf(i));
                }
                history.commit(
                        (i % 3 == 0 ? "fix(a" : "chore(b") + "): change number " + i + "\n\nWhy.\n\nCloses #" + i);
            }
            history.flush();
            history.tag("v1.0.0", first);
        }
        try (GitRepository repository = open(temporary, folder)) {
            long start = System.nanoTime();
            assertThat(new ReleaseHistory(repository).lastRelease("HEAD", "agent", TagPatterns.USUAL, false))
                    .map(ReleaseTag::commit)
                    .contains(first);
            List<Change> changes = new ReleaseHistory(repository).changes("v1.0.0", "HEAD", PathFilter.ALL);
            assertThat(EffectiveChanges.of(changes).bump()).isEqualTo(Bump.PATCH);
            Duration all = Duration.ofNanos(System.nanoTime() - start);

            start = System.nanoTime();
            List<Change> some =
                    new ReleaseHistory(repository).changes("v1.0.0", "HEAD", new PathFilter(List.of("a"), List.of()));
            Duration filtered = Duration.ofNanos(System.nanoTime() - start);

            assertThat(changes).hasSize(COMMITS - 1);
            assertThat(some).hasSize(COMMITS / 1_000 - 1);
            System.out.printf(
                    "%d commits: tag, range and bump %d ms; by path %d ms%n",
                    COMMITS, all.toMillis(), filtered.toMillis());
        }
    }
}
