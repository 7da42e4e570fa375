package io.axiom.version.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Limits on what is read from repositories, which anyone may have written.
 *
 * @param cache folder of the mirrors of remote repositories; made when missing
 * @param timeout for one operation: a fetch, a push, or a walk over history
 * @param maxBytes received in one fetch, and the largest object taken
 * @param maxCommits in one range
 * @param schemes of URLs that are followed
 */
public record GitSettings(Path cache, Duration timeout, long maxBytes, int maxCommits, Set<String> schemes) {
    public static final Set<String> USUAL_SCHEMES = Set.of("https", "ssh", "file");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    private static final long USUAL_BYTES = 2L << 30;
    private static final int USUAL_COMMITS = 200_000;

    public GitSettings {
        schemes = Set.copyOf(schemes);
    }

    /** Mirrors under {@code <data>/git}; a minute, 2 GiB, and 200,000 commits at most. */
    public static GitSettings in(Path data) {
        return new GitSettings(data.resolve("git"), USUAL_TIMEOUT, USUAL_BYTES, USUAL_COMMITS, USUAL_SCHEMES);
    }
}
