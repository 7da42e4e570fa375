package io.axiom.version.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.version.Bump;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.GitSource;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitSettings;
import io.axiom.version.commits.CommitFindings;
import io.axiom.version.commits.CommitRequest;
import io.axiom.version.git.GitHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommitsTest {
    @TempDir
    Path temporary;

    private String repository;
    private ReleaseCommits commits;

    @BeforeEach
    void name() {
        repository = temporary.resolve("project.git").toString();
        commits = new ReleaseCommits(new GitRepositories(GitSettings.in(temporary.resolve("data"))));
    }

    private CommitFindings read(String predecessor, GitRevision before, String prefix, String... paths) {
        return commits.read(new CommitRequest(
                "agent", predecessor, before, null, new GitSource(repository, List.of(paths), null, prefix)));
    }

    private static List<String> descriptions(CommitFindings findings) {
        return findings.entries().stream().map(CommitEntry::description).toList();
    }

    @Test
    void theFirstReleaseTakesEverything() throws Exception {
        try (GitHistory history = GitHistory.bare(Path.of(repository))) {
            history.commit("feat: one");
            String tip = history.commit("fix: two");
            Files.writeString(
                    Path.of(repository, "config"),
                    "[remote \"origin\"]\n\turl = https://t0ken@github.com/octo/tools.git\n",
                    StandardOpenOption.APPEND);

            CommitFindings findings = read(null, null, null);

            assertThat(findings.bump()).isEqualTo(Bump.MINOR);
            assertThat(descriptions(findings)).containsExactly("two", "one");
            assertThat(findings.git())
                    .isEqualTo(
                            new GitRevision(repository, tip, null, List.of(), null, "https://github.com/octo/tools"));
        }
    }

    @Test
    void commitsAreReadSinceTheTagOfTheReleaseBefore() {
        try (GitHistory history = GitHistory.bare(Path.of(repository))) {
            String first = history.commit("feat!: one");
            history.annotatedTag("agent-v1.0.0", first);
            history.commit("fix: two");

            CommitFindings findings = read("1.0.0", null, null);

            assertThat(findings.bump()).isEqualTo(Bump.PATCH);
            assertThat(findings.git().since()).isEqualTo(first);
            assertThat(findings.git().tagPrefix()).isEqualTo("agent-v");
            assertThat(read(null, null, "release-").git().since()).isNull();
        }
    }

    @Test
    void whatTheRegistryRememberedGoesBeforeTags() {
        try (GitHistory history = GitHistory.bare(Path.of(repository))) {
            history.tag("v1.0.0", history.commit("feat: one"));
            String second = history.commit("feat: two");
            history.commit("fix: three");

            assertThat(read("1.1.0", new GitRevision(repository, second, null, null, "v"), null)
                            .bump())
                    .isEqualTo(Bump.PATCH);
            // Made elsewhere, or rewritten since: the last tag that can be reached tells.
            for (GitRevision other : List.of(
                    new GitRevision("/elsewhere", second, null, null, null),
                    new GitRevision(repository, "f".repeat(40), null, null, null))) {
                assertThat(descriptions(read("1.1.0", other, null))).containsExactly("three", "two");
            }
        }
    }

    @Test
    void pathsCanExclude() {
        try (GitHistory history = GitHistory.bare(Path.of(repository))) {
            history.file("agent/main", "1").commit("feat: one");
            history.file("agent/README.md", "1").commit("docs: two");
            history.file("web/main", "1").commit("feat!: three");

            assertThat(descriptions(read(null, null, null, "agent", "!*.md"))).containsExactly("one");
        }
    }

    @Test
    void ofManyCommitsThoseThatAskForSomethingAreKept() {
        try (GitHistory history = GitHistory.packed(Path.of(repository))) {
            history.commit("feat: the oldest");
            for (int i = 0; i < 1_500; i++) {
                history.commit("chore: " + i);
            }
            history.flush();

            CommitFindings findings = read(null, null, null);

            assertThat(findings.bump()).isEqualTo(Bump.MINOR);
            assertThat(findings.entries()).hasSize(CommitFindings.MOST_ENTRIES);
            assertThat(findings.moreEntries()).isEqualTo(501);
            assertThat(findings.entries().getLast().description()).isEqualTo("the oldest");
        }
    }

    @Test
    void postedMessagesAreReadToo() {
        CommitFindings findings = commits.read(new CommitRequest(
                "agent",
                null,
                null,
                List.of("perf: a", "feat: b", "Revert \"feat: b\"\n\nThis reverts commit " + "a".repeat(40) + "."),
                null));

        assertThat(findings.bump()).isEqualTo(Bump.PATCH);
        assertThat(descriptions(findings)).containsExactly("a");
        assertThat(findings.git()).isNull();
    }

    @Test
    void aRepositoryThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> read(null, null, null))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("git.not-found"));
    }
}
