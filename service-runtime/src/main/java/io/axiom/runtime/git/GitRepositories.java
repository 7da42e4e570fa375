package io.axiom.runtime.git;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.RepositoryLocation.Local;
import io.axiom.runtime.git.RepositoryLocation.Remote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;

/** Opens Git repositories by path or URL. Safe for use by many threads. */
public final class GitRepositories {
    private final GitSettings settings;
    private final Mirrors mirrors;

    public GitRepositories(GitSettings settings) {
        this.settings = settings;
        this.mirrors = new Mirrors(settings);
    }

    /** @throws RejectedException {@code git.location-invalid} or {@code git.scheme-refused} */
    public RepositoryLocation location(String text) {
        return RepositoryLocation.parse(text, settings.schemes());
    }

    /**
     * Opens it for one piece of work; a URL is fetched first. To be closed by the same thread.
     *
     * @throws RejectedException {@code git.not-found}, {@code git.not-authorized}, {@code git.unreachable}, {@code git.timeout},
     *     {@code git.too-large}, {@code git.corrupt}, {@code git.unsupported}
     */
    public GitRepository open(RepositoryLocation location) {
        return switch (location) {
            case Local local -> Guard.reading(local, () -> open(local));
            case Remote remote -> mirrors.open(remote);
        };
    }

    private GitRepository open(Local local) throws IOException {
        Path folder = local.path();
        if (!Files.isDirectory(folder)) {
            throw GitRefusals.notFound(local);
        }
        RepositoryBuilder builder = QuietSystem.builder().setMustExist(true);
        if (Files.exists(folder.resolve(Constants.DOT_GIT))) {
            builder.setWorkTree(folder.toFile());
        } else {
            builder.setGitDir(folder.toFile()).setBare();
        }
        Repository repository = builder.build();
        checkFormat(local, repository.getConfig());
        return new GitRepository(repository, local, settings, () -> {});
    }

    private static void checkFormat(Local local, StoredConfig config) {
        String format = config.getString("extensions", null, "objectFormat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            throw GitRefusals.unsupported(local, "its objects are named by " + format);
        }
    }
}
