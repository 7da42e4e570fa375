package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.open;
import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.GitSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorruptRepositoryTest {
    private static final PathFilter SOME = new PathFilter(List.of("a"), List.of());

    @TempDir
    Path temporary;

    private void read(Path folder) {
        try (GitRepository repository = open(temporary, folder)) {
            new ReleaseHistory(repository).lastRelease("HEAD", "agent", TagPatterns.USUAL, false);
            new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL);
            new ReleaseHistory(repository).changes(null, "HEAD", SOME);
        }
    }

    private static Path object(Path folder, String id) {
        return folder.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    @Test
    void aMissingCommitIsFound() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.file("a", "1").commit("feat: one");
            history.file("a", "2").commit("feat: two");
            Files.delete(object(folder, first));

            assertThat(refused("git.corrupt", () -> read(folder)).rejection().detail())
                    .contains(folder.toString());
        }
    }

    @Test
    void aMissingTreeIsFoundWhenPathsAreLookedAt() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.file("a", "1").commit("feat: one");
            Files.delete(object(folder, history.tree().name()));

            refused("git.corrupt", () -> read(folder));
        }
    }

    @Test
    void aTruncatedObjectIsFound() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            Path object = object(folder, history.commit("feat: one"));
            assertThat(object.toFile().setWritable(true)).isTrue();
            Files.write(object, java.util.Arrays.copyOf(Files.readAllBytes(object), 20));

            refused("git.corrupt", () -> read(folder));
        }
    }

    @Test
    void malformedCommitsAreFound() {
        for (String commit : List.of(
                "",
                "nonsense",
                "tree x\n",
                "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent 12\n\nfix: x")) {
            Path folder = temporary.resolve("project" + Math.abs(commit.hashCode()));
            try (GitHistory history = GitHistory.bare(folder)) {
                String id = history.object(commit.getBytes(StandardCharsets.UTF_8));
                writeRef(folder, "refs/heads/main", id + "\n");

                refused("git.corrupt", () -> read(folder));
            }
        }
    }

    @Test
    void aTagThatPointsAtNothingIsFound() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.commit("feat: one");
            writeRef(folder, "refs/tags/v1.0.0", "1".repeat(40) + "\n");

            refused("git.corrupt", () -> read(folder));
        }
    }

    @Test
    void garbageInReferencesIsNotTakenForCommits() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.commit("feat: one");
            writeRef(folder, "refs/heads/main", "garbage\n");

            refused("git.corrupt", () -> read(folder));
        }
    }

    private static void writeRef(Path folder, String ref, String content) {
        try {
            Files.createDirectories(folder.resolve(ref).getParent());
            Files.writeString(folder.resolve(ref), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whateverBytesOfAPackChangeTheAnswerIsRightOrARefusal() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.packed(folder)) {
            for (int i = 0; i < 60; i++) {
                history.file("a", "content " + i).commit("feat: number " + i);
            }
            history.flush();
        }
        Path pack = onlyFile(folder.resolve("objects/pack"), ".pack");
        byte[] sound = Files.readAllBytes(pack);
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Random random = new Random(7);
        for (int turn = 0; turn < 150; turn++) {
            byte[] damaged = sound.clone();
            for (int i = 0; i <= random.nextInt(8); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(pack, turn % 10 == 0 ? java.util.Arrays.copyOf(damaged, damaged.length / 2) : damaged);
            try {
                read(folder);
            } catch (RejectedException e) {
                assertThat(e.rejection().code()).isIn("git.corrupt", "git.too-large");
            }
        }
    }

    private static Path onlyFile(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aCommitOfManyMegabytesIsCut() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.commit("feat: " + "x".repeat(20_000_000));

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(new ReleaseHistory(repository)
                                .changes(null, "HEAD", PathFilter.ALL)
                                .getFirst()
                                .subject())
                        .hasSizeLessThan(1_000);
            }
        }
    }

    @Test
    void historyCutOffWithinTheRangeIsSaid() throws IOException {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.commit("feat: one");
            String second = history.commit("feat: two");
            String third = history.commit("fix: three");
            history.commit("fix: four");
            Files.delete(object(folder, first));
            Files.writeString(folder.resolve("shallow"), second + "\n");

            try (GitRepository repository = open(temporary, folder)) {
                refused("git.shallow", () -> new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL));
                refused("git.shallow", () -> new ReleaseHistory(repository).changes(null, "HEAD", SOME));
                assertThat(new ReleaseHistory(repository).changes(third, "HEAD", PathFilter.ALL))
                        .hasSize(1);
                assertThat(new ReleaseHistory(repository).changes(second, "HEAD", PathFilter.ALL))
                        .hasSize(2);
            }
        }
    }

    @Test
    void tooManyCommitsAreRefused() {
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            for (int i = 0; i < 12; i++) {
                history.commit("fix: " + i);
            }
            GitSettings usual = GitFolder.settings(temporary);
            GitRepositories few = new GitRepositories(
                    new GitSettings(usual.cache(), usual.timeout(), usual.maxBytes(), 10, usual.schemes()));
            try (GitRepository repository = few.open(few.location(folder.toString()))) {
                refused("git.too-large", () -> new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL));
                assertThat(new ReleaseHistory(repository)
                                .changes(
                                        history.resolve(Constants.R_HEADS + "main")
                                                .name(),
                                        "HEAD",
                                        PathFilter.ALL))
                        .isEmpty();
            }
        }
    }
}
