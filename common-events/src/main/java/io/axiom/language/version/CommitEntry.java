package io.axiom.language.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit as it stands in a version's changelog (Conventional Commits 1.0.0).
 *
 * @param commit its id; null when only the message was posted
 * @param type null when the message is not conventional
 * @param description the first line without type and scope
 * @param breaking what breaks, in the author's words
 * @param references issues and the like, for example {@code #12}
 */
public record CommitEntry(
        @Nullable String commit,
        @Nullable String type,
        @Nullable String scope,
        String description,
        @Nullable List<String> breaking,
        @Nullable List<String> references) {

    public boolean breaks() {
        return breaking != null && !breaking.isEmpty();
    }
}
