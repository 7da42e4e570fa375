package io.axiom.version.git;

import io.axiom.runtime.git.Budget;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** A {@link PathFilter} as JGit asks for it; folders that cannot hold a match are not entered. */
final class PathTreeFilter extends TreeFilter {
    private final List<PathGlob> include;
    private final List<PathGlob> exclude;
    private final Budget budget;

    PathTreeFilter(PathFilter filter, Budget budget) {
        this.include = filter.include().stream().map(PathGlob::parse).toList();
        this.exclude = filter.exclude().stream().map(PathGlob::parse).toList();
        this.budget = budget;
    }

    @Override
    public boolean include(TreeWalk walk) throws IOException {
        budget.step();
        List<String> path = List.of(walk.getPathString().split("/"));
        return walk.isSubtree() ? mayMatchBelow(path) : matches(path);
    }

    boolean matches(List<String> path) {
        return (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(path)))
                && exclude.stream().noneMatch(glob -> glob.matches(path));
    }

    boolean mayMatchBelow(List<String> folder) {
        return (include.isEmpty() || include.stream().anyMatch(glob -> glob.mayMatchBelow(folder)))
                && exclude.stream().noneMatch(glob -> glob.matches(folder));
    }

    @Override
    public boolean shouldBeRecursive() {
        return true;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
