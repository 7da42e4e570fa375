package io.axiom.version.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.runtime.git.GitRepository;
import io.axiom.version.commits.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.eclipse.jgit.util.FileUtils;

/** Random histories with branches and merges, read by us and by the git program. */
class GitLogProperties {
    private static final List<String> PATHS = List.of("a/x", "a/y.md", "b/x", "b/c/z.md", "top.md");

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void aRangeHasTheCommitsGitLogShows(@ForAll long seed) throws IOException {
        assumeTrue(GitFolder.hasGit(), "There is no git program here");
        Path temporary = Files.createTempDirectory("axiom-git-log");
        Path folder = temporary.resolve("project");
        try (GitHistory history = GitHistory.bare(folder)) {
            List<String> commits = randomHistory(history, new Random(seed));
            String base = commits.get(commits.size() / 4);

            for (List<String> paths : List.of(List.<String>of(), List.of("a"), List.of("b/c", "top.md"))) {
                // Of a merge git says more: that it differs from any of its parents.
                String merges = paths.isEmpty() ? "--min-parents=0" : "--no-merges";
                assertThat(ours(temporary, folder, base, paths))
                        .as("seed " + seed + " paths " + paths)
                        .containsAll(gits(folder, base, paths, merges))
                        .isSubsetOf(gits(folder, base, paths, "--min-parents=0"));
            }
        } finally {
            FileUtils.delete(temporary.toFile(), FileUtils.RECURSIVE);
        }
    }

    private static List<String> randomHistory(GitHistory history, Random random) {
        List<String> commits = new ArrayList<>();
        commits.add(history.file("top.md", "start").commit("main", "start", List.of()));
        List<java.util.Map<String, String>> trees = new ArrayList<>();
        trees.add(java.util.Map.of("top.md", "start"));
        for (int i = 1; i < 40; i++) {
            int parent = Math.max(0, i - 1 - random.nextInt(4));
            int other = Math.max(0, i - 1 - random.nextInt(6));
            java.util.Map<String, String> tree = new java.util.TreeMap<>(trees.get(parent));
            boolean merge = random.nextInt(3) == 0 && other != parent;
            if (merge) {
                tree.putAll(random.nextBoolean() ? trees.get(other) : java.util.Map.of());
            }
            if (!merge || random.nextInt(4) == 0) {
                tree.put(PATHS.get(random.nextInt(PATHS.size())), String.valueOf(random.nextInt(3)));
            }
            trees.add(tree);
            commits.add(history.files(tree)
                    .commit(
                            "main",
                            "fix: " + i,
                            merge ? List.of(commits.get(parent), commits.get(other)) : List.of(commits.get(parent))));
        }
        return commits;
    }

    private static List<String> ours(Path temporary, Path folder, String base, List<String> paths) {
        try (GitRepository repository = GitFolder.open(temporary, folder)) {
            return new ReleaseHistory(repository)
                    .changes(base, "main", new PathFilter(paths, List.of())).stream()
                            .map(Change::id)
                            .toList();
        }
    }

    private static List<String> gits(Path folder, String base, List<String> paths, String merges) {
        List<String> command =
                new ArrayList<>(List.of("log", "--full-history", merges, "--format=%H", base + "..main", "--"));
        command.addAll(paths);
        return GitFolder.git(folder, command.toArray(String[]::new)).lines().toList();
    }
}
