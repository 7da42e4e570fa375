package io.axiom.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.axiom.migration.GitProject;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.GitSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTreeTest {
    @TempDir
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private GitProject project;

    @BeforeEach
    void create() {
        project = GitProject.in(temporary.resolve("shop"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private List<SourceFile> read(String commit, String path) {
        GitRepositories repositories = new GitRepositories(GitSettings.in(temporary.resolve("data")));
        return read(repositories, project.folder().toString(), commit, path);
    }

    private static List<SourceFile> read(GitRepositories repositories, String location, String revision, String path) {
        try (GitRepository git = repositories.open(repositories.location(location))) {
            return MigrationTree.read(git, git.commit(revision), TreePath.parse(path));
        }
    }

    private void assertRefused(String code, String words, String commit, String path) {
        assertThatThrownBy(() -> read(commit, path))
                .hasMessageContaining("migration.source." + code + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void aFolderIsReadAsTheCommitHasIt() throws Exception {
        String first = project.write("db/V1__a.sql", "select 1")
                .write("db/deep/V2__b.SQL", "select 2")
                .write("db/V1__a.sql.conf", "executeInTransaction=false")
                .write("db/readme.md", "read me")
                .write("V9__elsewhere.sql", "select 9")
                .commit();
        project.write("db/V1__a.sql", "select 'changed'").commit();
        Files.createDirectories(project.folder().resolve("db"));
        Files.writeString(project.folder().resolve("db/V3__not_committed.sql"), "select 3");

        assertThat(read(first, "db"))
                .extracting(SourceFile::name, SourceFile::text)
                .containsExactlyInAnyOrder(
                        tuple("V1__a.sql", "select 1"),
                        tuple("V1__a.sql.conf", "executeInTransaction=false"),
                        tuple("V2__b.SQL", "select 2"));
        assertThat(read(first, "db/deep/")).extracting(SourceFile::name).containsExactly("V2__b.SQL");
        assertThat(read("HEAD", ".")).extracting(SourceFile::name).contains("V9__elsewhere.sql");
    }

    @Test
    void aBareRepositoryAndAMirrorAreReadToo() {
        project.write("db/V1__a.sql", "select 1").commit();
        Path bare = project.cloneBare(temporary.resolve("shop.git"));
        GitSettings usual = GitSettings.in(temporary.resolve("data"));
        GitRepositories repositories = new GitRepositories(new GitSettings(
                usual.cache(),
                usual.timeout(),
                usual.maxBytes(),
                usual.maxCommits(),
                usual.schemes(),
                GitSettings.Content.FILES));

        assertThat(read(repositories, bare.toString(), "main", "db")).hasSize(1);
        assertThat(read(repositories, "file://" + bare, "main", "db")).hasSize(1);
    }

    @Test
    void whatIsNoFolderOfTheCommitIsRefused() {
        String commit = project.write("db/V1__a.sql", "select 1").commit();

        assertRefused("unreadable", "no 'db/migrations' in that commit", commit, "db/migrations");
        assertRefused("unreadable", "'db/V1__a.sql' is not a directory", commit, "db/V1__a.sql");
        for (String hostile :
                List.of("/etc", "../other", "db/../..", "db//x", "a\\b", "a\nb", "./db", "x".repeat(501))) {
            assertRefused("path", "cannot be a folder of a repository", commit, hostile);
        }
    }

    @Test
    void whatGitHasOnlyAPointerToIsRefused() {
        String links =
                project.link("db/V1__a.sql", "/etc/passwd").link("linked", "db").commit();
        assertRefused("link", "'db/V1__a.sql' is a symbolic link", links, "db");
        assertRefused("link", "'linked' is a symbolic link", links, "linked");

        String pointer = project.remove("db/V1__a.sql")
                .write("db/V1__a.sql", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n")
                .commit();
        assertRefused("lfs-pointer", "V1__a.sql:1: it is a pointer of Git LFS", pointer, "db");

        String submodule = project.remove("db/V1__a.sql").submodule("db/shared").commit();
        assertRefused("submodule", "'db/shared' is a submodule", submodule, "db");
        assertRefused("submodule", "'db/shared' is a submodule", submodule, "db/shared");
    }

    @Test
    void whatAPartialCloneDoesNotHoldIsRefused() {
        String commit = project.missing("db/V1__a.sql").commit();

        assertRefused("not-there", "what is in 'db/V1__a.sql': it is a partial clone", commit, "db");
    }

    @Test
    void filesAreAsLargeAndAsEncodedAsInADirectory() {
        byte[] large = new byte[50 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        String first = project.write("db/V1__a.sql", large).commit();
        assertRefused("too-large", "V1__a.sql has 52428800 bytes", first, "db");

        byte[] most = new byte[SourceFile.LARGEST];
        Arrays.fill(most, (byte) ' ');
        String many = project.write("db/V1__a.sql", most)
                .write("db/V2__a.sql", most)
                .write("db/V3__a.sql", "select 3")
                .commit();
        assertRefused("too-large", "'db' holds more than 67108864 bytes", many, "db");

        String latin = project.remove("db/V1__a.sql")
                .remove("db/V2__a.sql")
                .write("db/V3__a.sql", "select 'é'".getBytes(StandardCharsets.ISO_8859_1))
                .commit();
        assertRefused("encoding", "V3__a.sql:1: byte 8 is not UTF-8", latin, "db");
    }

    /** Ten entries that lead to the same tree, sixteen times over: more paths than could ever be visited. */
    @Test
    void aTreeOfEndlesslyManyPathsEndsWithItsTime() throws Exception {
        project.write("V1__a.sql", "select 1").commit();
        ObjectId tree = project.insert(entries("V1__a.txt", FileMode.REGULAR_FILE, project.blob("x")));
        for (int level = 0; level < 15; level++) {
            tree = project.insert(entries("d", FileMode.TREE, tree));
        }
        String commit = project.commitTree(tree);
        GitSettings usual = GitSettings.in(temporary.resolve("data"));
        GitRepositories hasty = new GitRepositories(new GitSettings(
                usual.cache(), Duration.ofMillis(200), usual.maxBytes(), usual.maxCommits(), usual.schemes()));

        assertThatThrownBy(() -> read(hasty, project.folder().toString(), commit, "."))
                .hasMessageContaining("git.timeout");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() throws Exception {
        project.write("V1__a.sql", "select 1").commit();
        TreeFormatter tree = new TreeFormatter();
        tree.append("..\\V1__a.sql", FileMode.REGULAR_FILE, project.blob("select 1"));

        assertRefused("name", "cannot be a file's name", project.commitTree(project.insert(tree)), ".");
    }

    private static TreeFormatter entries(String name, FileMode mode, ObjectId id) {
        TreeFormatter tree = new TreeFormatter();
        for (int i = 0; i < 10; i++) {
            tree.append(name + i, mode, id);
        }
        return tree;
    }
}
