package io.axiom.version.commits;

import io.axiom.language.version.Bump;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.GitRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What commits say about the next version.
 *
 * @param bump what they ask for when the predecessor is 1.0.0 or above; a break is {@link Bump#MAJOR}, none when no commit asks
 * @param entries the newest first, at most {@link #MOST_ENTRIES}
 * @param moreEntries how many are not listed
 * @param git what was read; null when the messages were posted
 */
public record CommitFindings(
        Bump bump,
        List<CommitEntry> entries,
        int moreEntries,
        @Nullable GitRevision git) {
    /** They are kept in an event for ever. */
    public static final int MOST_ENTRIES = 1_000;
}
