package io.axiom.language.version.resolution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/versioning/resolve-conflicts}.
 *
 * @param wanted what must be there; what stands first gets its newest version first
 * @param pinned the exact version of components that are not to change, also when it is yanked
 */
public record ResolutionRequest(
        @Nullable List<Want> wanted, @Nullable Map<String, String> pinned) {

    /** @param range npm range; any version when left out */
    public record Want(@Nullable String component, @Nullable String range) {}
}
