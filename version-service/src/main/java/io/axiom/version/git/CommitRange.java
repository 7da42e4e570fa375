package io.axiom.version.git;

import io.axiom.runtime.git.Budget;
import io.axiom.runtime.git.GitRefusals;
import io.axiom.runtime.git.GitSettings;
import io.axiom.runtime.git.RepositoryLocation;
import io.axiom.version.commits.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Reads the commits of a range, each no longer than needed. */
final class CommitRange {
    /** Of one message; longer ones are cut before they are looked at. */
    private static final int LONGEST_MESSAGE = 64 * 1_024;
    /** Of all that is kept of a range: about 64 MB. */
    private static final long MOST_CHARACTERS = 32L << 20;

    private final Repository repository;
    private final RepositoryLocation location;
    private final GitSettings settings;
    private final Budget budget;
    private long characters;

    CommitRange(Repository repository, RepositoryLocation location, GitSettings settings) {
        this.repository = repository;
        this.location = location;
        this.settings = settings;
        this.budget = new Budget(settings);
    }

    List<Change> read(@Nullable ObjectId base, ObjectId tip, PathFilter paths) throws IOException {
        refuseCutOff(base, tip);
        List<Change> changes = new ArrayList<>();
        TreeFilter filter = AndTreeFilter.create(TreeFilter.ANY_DIFF, new PathTreeFilter(paths, budget));
        try (RevWalk walk = walk(base, tip);
                TreeWalk trees = new TreeWalk(repository)) {
            trees.setFilter(filter);
            trees.setRecursive(true);
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                budget.step();
                if (!paths.isAll() && !touches(walk, trees, commit)) {
                    continue;
                }
                if (changes.size() == settings.maxCommits()) {
                    throw GitRefusals.tooLarge(
                            location, "more than " + settings.maxCommits() + " commits in the range");
                }
                changes.add(change(commit));
                commit.disposeBody();
            }
        }
        return List.copyOf(changes);
    }

    /**
     * Whether a commit changes what the paths name; a merge, whether it differs there from each of its parents. Every commit is asked
     * for itself, as {@code git log --full-history} does: without that option git leaves out side branches whose changes a merge
     * happened to have already, and a release would miss their commits.
     */
    private static boolean touches(RevWalk walk, TreeWalk trees, RevCommit commit) throws IOException {
        if (commit.getParentCount() == 0) {
            trees.reset();
            trees.addTree(new EmptyTreeIterator());
            trees.addTree(commit.getTree());
            return trees.next();
        }
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            trees.reset(parent.getTree(), commit.getTree());
            if (!trees.next()) {
                return false;
            }
        }
        return true;
    }

    private Change change(RevCommit commit) {
        String message = commit.getFullMessage();
        Change change = Change.of(
                commit.name(), message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
        characters += change.subject().length()
                + change.breakingChanges().stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            throw GitRefusals.tooLarge(location, "commit messages of more than " + MOST_CHARACTERS + " characters");
        }
        return change;
    }

    /** In a shallow clone, whose commits at the edge look as if they were the first. */
    private void refuseCutOff(@Nullable ObjectId base, ObjectId tip) throws IOException {
        Set<ObjectId> edge = repository.getObjectDatabase().getShallowCommits();
        if (edge.isEmpty()) {
            return;
        }
        try (RevWalk walk = walk(base, tip)) {
            walk.setRetainBody(false);
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                budget.step();
                if (edge.contains(commit)) {
                    throw Refusals.shallow(location);
                }
            }
        }
    }

    private RevWalk walk(@Nullable ObjectId base, ObjectId tip) throws IOException {
        RevWalk walk = new RevWalk(repository);
        walk.markStart(walk.parseCommit(tip));
        if (base != null) {
            walk.markUninteresting(walk.parseCommit(base));
        }
        return walk;
    }
}
