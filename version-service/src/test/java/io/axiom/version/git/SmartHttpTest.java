package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.GitSettings;
import io.axiom.runtime.git.RepositoryLocation;
import io.axiom.version.git.GitTags.Publish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Git's own HTTP server. */
class SmartHttpTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void gitIsHere() {
        assumeTrue(GitFolder.hasGit(), "There is no git program here");
    }

    private GitRepositories repositories() {
        GitSettings usual = GitFolder.settings(temporary);
        return new GitRepositories(
                new GitSettings(usual.cache(), usual.timeout(), usual.maxBytes(), usual.maxCommits(), Set.of("http")));
    }

    private GitHistory served(String config) throws IOException {
        GitHistory history = GitHistory.bare(temporary.resolve("srv/project.git"));
        Files.writeString(temporary.resolve("srv/project.git/config"), config, java.nio.file.StandardOpenOption.APPEND);
        return history;
    }

    @Test
    void commitsAreFetchedAndTagsPushedWithTheUrlsCredentials() throws IOException {
        try (GitHistory remote = served("[http]\n\treceivepack = true\n[uploadpack]\n\tallowFilter = true\n");
                GitHttpServer server = new GitHttpServer(temporary.resolve("srv"))) {
            String first = remote.file("a", "1").commit("feat: one");
            remote.annotatedTag("v1.0.0", first);
            GitRepositories repositories = repositories();
            RepositoryLocation location = repositories.location(server.url("ann:s3cret@", "/project.git"));
            try (GitRepository mirror = repositories.open(location)) {
                assertThat(new ReleaseHistory(mirror).changes(null, "HEAD", PathFilter.ALL))
                        .hasSize(1);
            }
            String second = remote.file("a", "2").commit("fix: two");
            remote.file("b", "2").commit("fix: three");
            try (GitRepository mirror = repositories.open(location)) {
                assertThat(new ReleaseHistory(mirror)
                                .changes("v1.0.0", "HEAD", new PathFilter(List.of("b"), List.of())))
                        .hasSize(1);
                GitTags.tag(
                        mirror,
                        new TagRequest(
                                "v1.0.1",
                                second,
                                "one",
                                new Tagger("ops", "ops@x", GitHistory.START),
                                Publish.TO_REMOTE));
            }
            assertThat(remote.resolve("refs/tags/v1.0.1^{commit}").name()).isEqualTo(second);
        }
    }

    @Test
    void withoutTheRightCredentialsNothingIsRead() throws IOException {
        try (GitHistory remote = served("");
                GitHttpServer server = new GitHttpServer(temporary.resolve("srv"))) {
            remote.commit("feat: one");
            for (String who : List.of("", "ann:wr0ng@")) {
                GitRepositories repositories = repositories();
                RepositoryLocation location = repositories.location(server.url(who, "/project.git"));
                assertThat(refused("git.not-authorized", () -> repositories.open(location))
                                .rejection()
                                .toString())
                        .doesNotContain("wr0ng");
            }
        }
    }

    @Test
    void whoMayNotPushIsTold() throws IOException {
        try (GitHistory remote = served("[http]\n\treceivepack = false\n");
                GitHttpServer server = new GitHttpServer(temporary.resolve("srv"))) {
            String first = remote.commit("feat: one");
            GitRepositories repositories = repositories();
            try (GitRepository mirror =
                    repositories.open(repositories.location(server.url("ann:s3cret@", "/project.git")))) {
                refused(
                        "git.not-authorized",
                        () -> GitTags.tag(
                                mirror,
                                new TagRequest(
                                        "v1.0.1",
                                        first,
                                        "one",
                                        new Tagger("ops", "ops@x", GitHistory.START),
                                        Publish.TO_REMOTE)));
            }
        }
    }

    @Test
    void filesAreLeftOnTheRemoteWhenItLetsThem() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (GitHistory remote = served("[uploadpack]\n\tallowFilter = true\n");
                GitHttpServer server = new GitHttpServer(temporary.resolve("srv"))) {
            String large = new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1);
            remote.file("a/x", large).commit("feat: one");
            GitRepositories repositories = repositories();
            RepositoryLocation location = repositories.location(server.url("ann:s3cret@", "/project.git"));
            for (int turn = 2; turn < 6; turn++) {
                try (GitRepository mirror = repositories.open(location)) {
                    assertThat(new ReleaseHistory(mirror)
                                    .changes(null, "HEAD", new PathFilter(List.of("a"), List.of())))
                            .hasSize(turn - 1);
                }
                remote.file("a/x", large + turn).commit("fix: " + turn);
            }
            assertThat(server.answered.stream().mapToLong(Long::longValue).sum())
                    .isLessThan(100_000);
        }
    }
}
