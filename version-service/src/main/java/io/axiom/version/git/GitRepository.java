package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.commits.Change;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * An open repository. Nothing here writes to it. Every method may be refused with {@code git.corrupt}, {@code git.timeout},
 * {@code git.empty} or {@code git.ref-not-found}.
 */
public final class GitRepository implements AutoCloseable {
    public static final String HEAD = "HEAD";

    private final Repository repository;
    private final RepositoryLocation location;
    private final GitSettings settings;
    private final Runnable afterwards;

    GitRepository(Repository repository, RepositoryLocation location, GitSettings settings, Runnable afterwards) {
        this.repository = repository;
        this.location = location;
        this.settings = settings;
        this.afterwards = afterwards;
    }

    public RepositoryLocation location() {
        return location;
    }

    /** The full id of the commit a branch, a tag, {@code HEAD}, or an id of at least seven digits stands for. */
    public String commit(String ref) {
        return resolve(ref).name();
    }

    /** Whether it has this commit. */
    public boolean has(String commitId) {
        try {
            resolve(commitId);
            return true;
        } catch (RejectedException e) {
            if (e.rejection().code().equals(Refusals.REF_NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * The highest release of the component among the tags reachable from a commit.
     *
     * @param prereleases whether prereleases count
     */
    public Optional<ReleaseTag> lastRelease(String ref, String component, TagPatterns patterns, boolean prereleases) {
        ObjectId tip = resolve(ref);
        return Guard.reading(
                location,
                () -> new ReleaseTags(repository, new Budget(settings)).last(tip, component, patterns, prereleases));
    }

    /** The release of this version, wherever its tag is. */
    public Optional<ReleaseTag> release(String component, SemanticVersion version, TagPatterns patterns) {
        return Guard.reading(
                location, () -> new ReleaseTags(repository, new Budget(settings)).of(component, version, patterns));
    }

    /**
     * What {@code git log after..upTo -- paths} shows, newest first.
     *
     * @param after null for the whole history
     * @throws RejectedException {@code git.shallow} when the history is cut off within the range, {@code git.too-large} when the
     *     range has more commits than is allowed
     */
    public List<Change> changes(@Nullable String after, String upTo, PathFilter paths) {
        ObjectId tip = resolve(upTo);
        ObjectId base = after == null ? null : resolve(after);
        return Guard.reading(location, () -> new CommitRange(repository, location, settings).read(base, tip, paths));
    }

    /** Where {@code origin} is, without credentials; for a mirror, the URL it was opened by. */
    public Optional<String> origin() {
        return remote().map(RepositoryLocation::display);
    }

    Optional<RepositoryLocation> remote() {
        if (location instanceof RepositoryLocation.Remote) {
            return Optional.of(location);
        }
        String url = repository.getConfig().getString("remote", "origin", "url");
        if (url == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RepositoryLocation.parse(url, settings.schemes()));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    ObjectId resolve(String ref) {
        return Guard.reading(location, () -> new Revisions(repository, location).commit(ref));
    }

    Repository repository() {
        return repository;
    }

    GitSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        try {
            repository.close();
        } finally {
            afterwards.run();
        }
    }
}
