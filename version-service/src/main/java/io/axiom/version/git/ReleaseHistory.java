package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.Budget;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.Guard;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.commits.Change;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Releases and commits of a repository. Refused is what {@link GitRepository} refuses. */
public record ReleaseHistory(GitRepository git) {

    /**
     * The highest release of the component among the tags reachable from a commit.
     *
     * @param prereleases whether prereleases count
     */
    public Optional<ReleaseTag> lastRelease(String ref, String component, TagPatterns patterns, boolean prereleases) {
        ObjectId tip = git.resolve(ref);
        return Guard.reading(
                git.location(),
                () -> new ReleaseTags(git.repository(), new Budget(git.settings()))
                        .last(tip, component, patterns, prereleases));
    }

    /** The release of this version, wherever its tag is. */
    public Optional<ReleaseTag> release(String component, SemanticVersion version, TagPatterns patterns) {
        return Guard.reading(
                git.location(),
                () -> new ReleaseTags(git.repository(), new Budget(git.settings())).of(component, version, patterns));
    }

    /**
     * What {@code git log after..upTo -- paths} shows, newest first.
     *
     * @param after null for the whole history
     * @throws RejectedException {@code git.shallow} when the history is cut off within the range, {@code git.too-large} when the
     *     range has more commits than is allowed
     */
    public List<Change> changes(@Nullable String after, String upTo, PathFilter paths) {
        ObjectId tip = git.resolve(upTo);
        ObjectId base = after == null ? null : git.resolve(after);
        return Guard.reading(
                git.location(),
                () -> new CommitRange(git.repository(), git.location(), git.settings()).read(base, tip, paths));
    }
}
