package io.axiom.language.version.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no solution.
 *
 * @param lines the reasoning step by step; empty when it would be too long to follow, then the facts alone say it
 * @param facts what contradicts itself
 * @param minimal whether every fact is needed: without any one of them there would be a solution. False only when making sure
 *     would have taken too long
 */
public record Explanation(List<Line> lines, List<Statement> facts, boolean minimal) {
    public Explanation {
        lines = List.copyOf(lines);
        facts = List.copyOf(facts);
    }

    /**
     * One step.
     *
     * @param number for lines that later ones refer to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(@Nullable Integer number, String text) {}

    /**
     * One fact.
     *
     * @param kind what sort of fact
     * @param component whose it is
     * @param sentence in words
     */
    public record Statement(Kind kind, String component, String sentence) {}

    /** Sorts of fact. */
    public enum Kind {
        WANTED,
        PINNED,
        DEPENDENCY,
        EXCLUDED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
