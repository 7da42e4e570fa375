package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.open;
import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.git.GitTags.Publish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTagsTest {
    private static final Tagger TAGGER = new Tagger("ops", "ops@axiom.local", Instant.parse("2026-02-03T04:05:06Z"));
    private static final SemanticVersion VERSION = SemanticVersion.parse("1.2.0");

    @TempDir
    Path temporary;

    private static TagResult tag(GitRepository repository, String commit, Publish publish) {
        String name = TagPatterns.USUAL.nameOf("agent", VERSION);
        return GitTags.tag(repository, new TagRequest(name, commit, "agent 1.2.0", TAGGER, publish));
    }

    @Test
    void aReleaseGetsAnAnnotatedTag() throws Exception {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.worktree(folder)) {
            String commit = history.commit("feat: one");

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(tag(repository, "main", Publish.LOCALLY))
                        .isEqualTo(new TagResult("v1.2.0", commit, true, false));
            }

            try (RevWalk walk = new RevWalk(history.repository())) {
                RevTag tag = walk.parseTag(history.resolve("refs/tags/v1.2.0"));
                assertThat(tag.getFullMessage()).isEqualTo("agent 1.2.0\n");
                assertThat(tag.getTaggerIdent().getWhenAsInstant()).isEqualTo(TAGGER.when());
                assertThat(tag.getObject().name()).isEqualTo(commit);
            }
        }
    }

    @Test
    void taggingAgainChangesNothing() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String commit = history.commit("feat: one");
            try (GitRepository repository = open(temporary, folder)) {
                tag(repository, commit, Publish.LOCALLY);
                ObjectId first = history.resolve("refs/tags/v1.2.0");

                assertThat(tag(repository, commit, Publish.LOCALLY).created()).isFalse();
                assertThat(history.resolve("refs/tags/v1.2.0")).isEqualTo(first);
            }
        }
    }

    @Test
    void aLightweightTagAtTheSameCommitIsGoodEnough() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String commit = history.commit("feat: one");
            history.tag("v1.2.0", commit);
            try (GitRepository repository = open(temporary, folder)) {
                assertThat(tag(repository, commit, Publish.LOCALLY).created()).isFalse();
            }
        }
    }

    @Test
    void aTagIsNeverMoved() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.commit("feat: one");
            history.annotatedTag("v1.2.0", first);
            String second = history.commit("fix: two");
            try (GitRepository repository = open(temporary, folder)) {
                assertThat(refused("git.tag-exists", () -> tag(repository, second, Publish.LOCALLY))
                                .rejection()
                                .context())
                        .containsEntry("at", first)
                        .containsEntry("wanted", second);
            }
        }
    }

    @RepeatedTest(10)
    void manyWhoTagAtOnceMakeOneTag() throws Exception {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String commit = history.commit("feat: one");
            List<Callable<TagResult>> requests = IntStream.range(0, 8)
                    .<Callable<TagResult>>mapToObj(_ -> () -> {
                        try (GitRepository repository = open(temporary, folder)) {
                            return tag(repository, commit, Publish.LOCALLY);
                        }
                    })
                    .toList();

            List<TagResult> results = new ArrayList<>();
            for (Future<TagResult> result : threads.invokeAll(requests)) {
                results.add(result.get());
            }

            assertThat(results).extracting(TagResult::commit).containsOnly(commit);
            assertThat(results.stream().filter(TagResult::created)).hasSize(1);
        }
    }

    @Test
    void aTagIsPushedToOriginAndAnotherRunFindsItThere() throws Exception {
        Path upstream = temporary.resolve("upstream.git");
        Path folder = temporary.resolve("project");
        try (GitHistory remote = GitHistory.bare(upstream);
                GitHistory history = GitHistory.worktree(folder)) {
            String commit = history.commit("feat: one");
            remote.commit("feat: one");
            Files.writeString(
                    folder.resolve(".git/config"),
                    "[remote \"origin\"]\n\turl = file://" + upstream + "\n",
                    java.nio.file.StandardOpenOption.APPEND);
            try (GitRepository repository = open(temporary, folder)) {
                assertThat(tag(repository, commit, Publish.TO_REMOTE))
                        .isEqualTo(new TagResult("v1.2.0", commit, true, true));
                assertThat(tag(repository, commit, Publish.TO_REMOTE))
                        .isEqualTo(new TagResult("v1.2.0", commit, false, true));
            }
            assertThat(remote.resolve("refs/tags/v1.2.0^{commit}").name()).isEqualTo(commit);
        }
    }

    @Test
    void aTagThatMarksAnotherCommitOnTheRemoteIsNotOverwritten() throws Exception {
        Path upstream = temporary.resolve("upstream.git");
        try (GitHistory remote = GitHistory.bare(upstream)) {
            String first = remote.commit("feat: one");
            String second = remote.commit("fix: two");
            GitRepositories repositories = new GitRepositories(GitFolder.settings(temporary));
            try (GitRepository mirror = repositories.open(repositories.location("file://" + upstream))) {
                remote.annotatedTag("v1.2.0", first);

                refused("git.tag-exists", () -> tag(mirror, second, Publish.TO_REMOTE));
            }
            assertThat(remote.resolve("refs/tags/v1.2.0^{commit}").name()).isEqualTo(first);
        }
    }

    @Test
    void hooksAreNotRun() throws Exception {
        Path upstream = temporary.resolve("upstream.git");
        Path folder = temporary.resolve("project");
        Path trace = temporary.resolve("trace");
        try (GitHistory remote = GitHistory.bare(upstream);
                GitHistory history = GitHistory.worktree(folder)) {
            for (Path hooks : List.of(folder.resolve(".git/hooks"), upstream.resolve("hooks"))) {
                Files.createDirectories(hooks);
                for (String hook :
                        List.of("pre-push", "pre-receive", "update", "post-receive", "reference-transaction")) {
                    Path script = Files.writeString(hooks.resolve(hook), "#!/bin/sh\ntouch " + trace + "\n");
                    assertThat(script.toFile().setExecutable(true)).isTrue();
                }
            }
            String commit = history.commit("feat: one");
            remote.commit("feat: one");
            Files.writeString(
                    folder.resolve(".git/config"),
                    "[remote \"origin\"]\n\turl = file://" + upstream + "\n\tuploadpack = touch " + trace
                            + "\n\treceivepack = touch " + trace + "\n",
                    java.nio.file.StandardOpenOption.APPEND);
            try (GitRepository repository = open(temporary, folder)) {
                tag(repository, commit, Publish.TO_REMOTE);
            }
            assertThat(trace).doesNotExist();
        }
    }

    @Test
    void withoutARemoteThereIsNowhereToPushTo() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String commit = history.commit("feat: one");
            try (GitRepository repository = open(temporary, folder)) {
                refused("git.no-remote", () -> tag(repository, commit, Publish.TO_REMOTE));
            }
        }
    }
}
