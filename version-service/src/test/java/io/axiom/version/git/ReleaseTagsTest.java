package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.open;
import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.runtime.git.GitRepository;
import io.axiom.semver.SemanticVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTagsTest {
    @TempDir
    Path temporary;

    private Optional<ReleaseTag> last(Path folder, boolean prereleases) {
        try (GitRepository repository = open(temporary, folder)) {
            return new ReleaseHistory(repository).lastRelease("HEAD", "agent", TagPatterns.USUAL, prereleases);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.2.3", "1.2.3", "agent-v1.2.3", "agent@1.2.3", "agent/v1.2.3"})
    void everyUsualNameIsUnderstood(String tag) {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String commit = history.commit("feat: one");
            history.annotatedTag(tag, commit);
            history.tag("web-v9.0.0", commit);
            history.tag("nightly", commit);
            history.commit("fix: two");

            assertThat(last(folder, false)).contains(new ReleaseTag(tag, SemanticVersion.parse("1.2.3"), commit));
        }
    }

    @Test
    void theHighestReachableCountsAndNotTheNewest() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.commit("feat: one");
            history.tag("v2.0.0", first);
            String second = history.commit("fix: two");
            history.annotatedTag("v1.9.0", second);
            history.tag("v10.0.0", history.commit("next", "feat!: three", List.of(second)));

            assertThat(last(folder, false)).map(ReleaseTag::name).contains("v2.0.0");
        }
    }

    @Test
    void prereleasesCountOnlyWhenAskedFor() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.tag("v1.0.0", history.commit("feat: one"));
            history.tag("v1.1.0-beta.1", history.commit("feat: two"));

            assertThat(last(folder, false)).map(ReleaseTag::name).contains("v1.0.0");
            assertThat(last(folder, true)).map(ReleaseTag::name).contains("v1.1.0-beta.1");
        }
    }

    @Test
    void aComponentsOwnTagsWinOverThoseOfTheWholeRepository() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.tag("agent-v0.3.0", history.commit("feat: one"));
            history.tag("v2.0.0", history.commit("feat: two"));

            assertThat(last(folder, false)).map(ReleaseTag::name).contains("agent-v0.3.0");
        }
    }

    @Test
    void tagsOfOtherThingsThanCommitsAreNoReleases() throws Exception {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.commit("feat: one");
            history.pointRef("refs/tags/v1.0.0", history.file("a", "b").tree());

            assertThat(last(folder, false)).isEmpty();
        }
    }

    @Test
    void aVersionIsFoundWhereverItsTagIs() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.commit("feat: one");
            String side = history.commit("side", "fix: two", List.of(first));
            history.annotatedTag("v1.0.1", side);

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(new ReleaseHistory(repository)
                                .release("agent", SemanticVersion.parse("1.0.1"), TagPatterns.USUAL))
                        .map(ReleaseTag::commit)
                        .contains(side);
                assertThat(new ReleaseHistory(repository)
                                .release("agent", SemanticVersion.parse("1.0.2"), TagPatterns.USUAL))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "{version}{version}",
                "{version} x",
                "a..{version}",
                "{other}{version}",
                "{version}.lock"
            })
    void patternsThatMakeNoTagsAreRefused(String pattern) {
        refused("git.tag-pattern-invalid", () -> new TagPatterns(List.of(pattern)));
    }
}
