package io.axiom.language.version.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of versions in which every dependency holds, or why there is none.
 *
 * @param solved whether there is one
 * @param versions what goes together, by component; empty when nothing does
 * @param explanation null when there is a solution
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResolutionView(
        boolean solved, List<Choice> versions, @Nullable Explanation explanation) {
    public ResolutionView {
        versions = List.copyOf(versions);
    }

    /**
     * One component's version.
     *
     * @param newest the newest version that may be chosen, which another component's needs may rule out
     */
    public record Choice(String component, String version, String newest) {}
}
