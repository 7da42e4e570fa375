package io.axiom.version.commits;

import io.axiom.language.version.Bump;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the types of commits ask for. */
public final class CommitTypes {
    private CommitTypes() {}

    /**
     * Beyond the specification, {@code perf} and {@code revert} ask for a patch, as they do in the Angular convention it came
     * from.
     *
     * @param type null for a commit that is not conventional
     */
    public static Bump asks(@Nullable String type) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "feat" -> Bump.MINOR;
            case "fix", "perf", "revert" -> Bump.PATCH;
            default -> Bump.NONE;
        };
    }
}
