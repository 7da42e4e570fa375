package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.git;
import static io.axiom.version.git.GitFolder.open;
import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.runtime.git.GitRepository;
import io.axiom.version.commits.Change;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("project");
    }

    private static List<String> subjects(List<Change> changes) {
        return changes.stream().map(Change::subject).toList();
    }

    @Test
    void commitsOfARangeComeNewestFirst() {
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.file("a", "1").commit("feat: one");
            history.file("a", "2").commit("fix: two");
            String third = history.file("a", "3").commit("docs: three");

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(subjects(new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL)))
                        .containsExactly("docs: three", "fix: two", "feat: one");
                assertThat(subjects(new ReleaseHistory(repository).changes(first, "main", PathFilter.ALL)))
                        .containsExactly("docs: three", "fix: two");
                assertThat(new ReleaseHistory(repository).changes(third, third, PathFilter.ALL))
                        .isEmpty();
                assertThat(repository.commit(third.substring(0, 7))).isEqualTo(third);
            }
        }
    }

    @Test
    void readingChangesNothingInTheRepository() throws Exception {
        try (GitHistory history = GitHistory.worktree(folder)) {
            String first = history.file("a", "1").commit("feat: one");
            history.annotatedTag("v1.0.0", first);
            history.file("a", "2").commit("fix: two");
            List<String> before = GitFolder.contents(folder);

            try (GitRepository repository = open(temporary, folder)) {
                new ReleaseHistory(repository).lastRelease("HEAD", "agent", TagPatterns.USUAL, false);
                new ReleaseHistory(repository).changes("v1.0.0", "HEAD", new PathFilter(List.of("a"), List.of()));
            }

            assertThat(GitFolder.contents(folder)).isEqualTo(before);
        }
    }

    @Test
    void aLinkedWorktreeIsARepository() throws Exception {
        assumeTrue(GitFolder.hasGit(), "There is no git program here");
        Files.createDirectories(folder);
        git(folder, "init", "-q", "-b", "main");
        git(folder, "commit", "-q", "--allow-empty", "-m", "feat: one");
        git(folder, "worktree", "add", "-q", "-b", "side", "../linked");
        git(temporary.resolve("linked"), "commit", "-q", "--allow-empty", "-m", "feat: two");

        try (GitRepository repository = open(temporary, temporary.resolve("linked"))) {
            assertThat(subjects(new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL)))
                    .containsExactly("feat: two", "feat: one");
        }
        try (GitRepository repository = open(temporary, folder)) {
            assertThat(subjects(new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL)))
                    .containsExactly("feat: one");
        }
    }

    @Test
    void onlyWhatTouchesThePathsCounts() {
        try (GitHistory history = GitHistory.bare(folder)) {
            history.file("services/agent/main", "1")
                    .file("services/web/main", "1")
                    .commit("feat: start");
            history.file("services/web/main", "2").commit("feat: web");
            history.file("services/agent/README.md", "1").commit("docs: agent");
            history.file("services/agent/main", "2").commit("fix: agent");

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(subjects(new ReleaseHistory(repository)
                                .changes(null, "HEAD", new PathFilter(List.of("services/agent"), List.of()))))
                        .containsExactly("fix: agent", "docs: agent", "feat: start");
                assertThat(subjects(new ReleaseHistory(repository)
                                .changes(null, "HEAD", new PathFilter(List.of("services/agent"), List.of("*.md")))))
                        .containsExactly("fix: agent", "feat: start");
                assertThat(subjects(new ReleaseHistory(repository)
                                .changes(null, "HEAD", new PathFilter(List.of("*.md"), List.of()))))
                        .containsExactly("docs: agent");
            }
        }
    }

    @Test
    void messagesAreReadInTheEncodingTheyNameOrTheLikeliest() {
        try (GitHistory history = GitHistory.bare(folder)) {
            history.commit("fix: plain");
            history.commitIn(StandardCharsets.ISO_8859_1, "fix: größer");
            history.commitIn(Charset.forName("Shift_JIS"), "fix: 日本語");
            history.commitIn(Charset.forName("windows-1251"), "fix: привет");
            raw(history, "encoding no-such-charset\n", "fix: naïve".getBytes(StandardCharsets.UTF_8));
            raw(history, "", "fix: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
            raw(history, "encoding UTF-8\n", "fix: \u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1));
            raw(history, "", "fix: a\u0000b\u001b[31mc\u202ed".getBytes(StandardCharsets.UTF_8));

            try (GitRepository repository = open(temporary, folder)) {
                assertThat(subjects(new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL))
                                .reversed())
                        .containsExactly(
                                "fix: plain",
                                "fix: größer",
                                "fix: 日本語",
                                "fix: привет",
                                "fix: naïve",
                                "fix: café",
                                "fix: ÿþ",
                                "fix: ab[31mcd");
            }
        }
    }

    private static void raw(GitHistory history, String header, byte[] message) {
        ObjectId parent = history.resolve("refs/heads/main");
        String head = """
                tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
                parent %s
                author Ann <ann@example.org> 1900000000 +0000
                committer Ann <ann@example.org> 19%08d +0000
                %s
                """.formatted(parent.name(), history.next(), header);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] commit = java.util.Arrays.copyOf(start, start.length + message.length);
        System.arraycopy(message, 0, commit, start.length, message.length);
        history.raw("main", commit);
    }

    @Test
    void anEmptyRepositorySaysSo() {
        GitHistory.bare(folder).close();

        try (GitRepository repository = open(temporary, folder)) {
            refused("git.empty", () -> new ReleaseHistory(repository).changes(null, "HEAD", PathFilter.ALL));
            refused(
                    "git.empty",
                    () -> new ReleaseHistory(repository).lastRelease("HEAD", "agent", TagPatterns.USUAL, false));
            refused("git.ref-not-found", () -> repository.commit("main"));
        }
    }

    @Test
    void namesThatAreNoCommitAreRefused() throws Exception {
        try (GitHistory history = GitHistory.bare(folder)) {
            String commit = history.commit("feat: one");
            history.pointRef("refs/tags/tree", history.tree());

            try (GitRepository repository = open(temporary, folder)) {
                for (String name : List.of(
                        "",
                        "nowhere",
                        "HEAD~1",
                        "HEAD^{/feat}",
                        "main@{1}",
                        "../../etc/passwd",
                        "config",
                        "-x",
                        "tree",
                        "abcdef",
                        "0".repeat(40),
                        commit.substring(0, 6),
                        "x".repeat(10_000))) {
                    refused("git.ref-not-found", () -> repository.commit(name));
                }
            }
        }
    }

    @Test
    void aFolderThatIsNoRepositorySaysSo() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(temporary.resolve("file"), "");

        refused("git.not-found", () -> open(temporary, folder));
        refused("git.not-found", () -> open(temporary, temporary.resolve("nothing")));
        refused("git.not-found", () -> open(temporary, temporary.resolve("file")));
    }

    @Test
    void aRepositoryWithOtherObjectIdsIsNotReadWrongly() throws Exception {
        GitHistory.bare(folder).close();
        Files.writeString(
                folder.resolve("config"),
                "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n");

        refused("git.unsupported", () -> open(temporary, folder));
    }
}
