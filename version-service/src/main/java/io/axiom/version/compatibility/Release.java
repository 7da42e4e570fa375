package io.axiom.version.compatibility;

import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.surface.Judgement;
import io.axiom.semver.SemanticVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version and what is known of it by itself.
 *
 * @param breakingChanges what breaks for those who come from below, as its author or its commits say
 * @param detected what its surfaces show; null when none was compared
 * @param stop why every upgrade over it goes through it; null when none has to
 */
public record Release(
        SemanticVersion version,
        Life life,
        List<String> breakingChanges,
        @Nullable Detected detected,
        @Nullable String stop) {
    public Release {
        breakingChanges = List.copyOf(breakingChanges);
    }

    /** A version of which nothing but the number is known. */
    public static Release of(SemanticVersion version) {
        return new Release(version, Life.ACTIVE, List.of(), null, null);
    }

    /**
     * Where it stands now.
     *
     * @param reason why it is not active; null while it is
     * @param replacement what to use instead; null when nothing was named
     */
    public record Life(
            Status status,
            @Nullable String reason,
            @Nullable String replacement) {
        public static final Life ACTIVE = new Life(Status.ACTIVE, null, null);

        /** For a sentence: {@code is yanked (broken build)}. */
        public String sentence(SemanticVersion version) {
            String word = switch (status) {
                case ACTIVE -> "is active";
                case DEPRECATED -> "is deprecated";
                case ENDED -> "has reached the end of its life";
                case YANKED -> "is yanked";
            };
            return version + " " + word + (reason == null ? "" : " (" + reason + ")");
        }
    }

    /**
     * What comparing its surfaces with an earlier version's showed.
     *
     * @param predecessor the earlier version
     * @param reasons the gravest, in sentences
     * @param breaks those of them that break something for certain
     */
    public record Detected(SemanticVersion predecessor, Judgement verdict, List<String> reasons, List<String> breaks) {
        public Detected {
            reasons = List.copyOf(reasons);
            breaks = List.copyOf(breaks);
        }
    }
}
