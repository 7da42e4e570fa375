package io.axiom.runtime.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.PropertyResolver;

/**
 * Limits on what is read from repositories, which anyone may have written.
 *
 * @param cache folder of the mirrors of remote repositories; made when missing. No two programs share one
 * @param timeout for one operation: a fetch, a push, or a walk over history
 * @param maxBytes received in one fetch, and the largest object taken
 * @param maxCommits in one range
 * @param schemes of URLs that are followed
 * @param content what mirrors hold
 */
public record GitSettings(
        Path cache, Duration timeout, long maxBytes, int maxCommits, Set<String> schemes, Content content) {
    public static final Set<String> USUAL_SCHEMES = Set.of("https", "ssh", "file");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    private static final long USUAL_MEGABYTES = 2_048;
    private static final int USUAL_COMMITS = 200_000;

    /** What is fetched of a remote repository. */
    public enum Content {
        /** Commits, and the names of files; what is in the files only where the server cannot leave it out. */
        HISTORY,
        FILES
    }

    public GitSettings {
        schemes = Set.copyOf(schemes);
    }

    public GitSettings(Path cache, Duration timeout, long maxBytes, int maxCommits, Set<String> schemes) {
        this(cache, timeout, maxBytes, maxCommits, schemes, Content.HISTORY);
    }

    /** Mirrors under {@code <data>/git}; a minute, 2 GiB, and 200,000 commits at most. */
    public static GitSettings in(Path data) {
        return new GitSettings(data.resolve("git"), USUAL_TIMEOUT, USUAL_MEGABYTES << 20, USUAL_COMMITS, USUAL_SCHEMES);
    }

    /**
     * As configured below {@code axiom.git.}: {@code timeout}, {@code max-megabytes}, {@code max-commits}, {@code schemes}.
     *
     * @param folder of the mirrors, below {@code axiom.home}
     */
    public static GitSettings of(PropertyResolver properties, String folder, Content content) {
        Path home = Path.of(properties.getProperty("axiom.home", System.getProperty("user.home") + "/.axiom"));
        return new GitSettings(
                home.resolve(folder),
                properties.getProperty("axiom.git.timeout", Duration.class, USUAL_TIMEOUT),
                properties.getProperty("axiom.git.max-megabytes", Long.class, USUAL_MEGABYTES) << 20,
                properties.getProperty("axiom.git.max-commits", Integer.class, USUAL_COMMITS),
                Set.copyOf(List.of(properties.getProperty(
                        "axiom.git.schemes", String[].class, USUAL_SCHEMES.toArray(String[]::new)))),
                content);
    }
}
