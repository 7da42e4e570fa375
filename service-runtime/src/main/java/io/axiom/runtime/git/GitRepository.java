package io.axiom.runtime.git;

import io.axiom.language.RejectedException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

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
            if (e.rejection().code().equals(GitRefusals.REF_NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    /** Where {@code origin} is, without credentials; for a mirror, the URL it was opened by. */
    public Optional<String> origin() {
        return remote().map(RepositoryLocation::display);
    }

    /** What its {@code origin} is; for a mirror, where it was mirrored from. */
    public Optional<RepositoryLocation> remote() {
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

    /** As {@link #commit}. */
    public ObjectId resolve(String ref) {
        return Guard.reading(location, () -> new Revisions(repository, location).commit(ref));
    }

    /** To be read within {@link Guard#reading}. */
    public Repository repository() {
        return repository;
    }

    public GitSettings settings() {
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
