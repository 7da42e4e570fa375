package io.axiom.version.evidence;

import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.version.commits.CommitFindings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a new version.
 *
 * @param lineage what it was compared with; the decision holds only while this is still so
 * @param surfaces empty when the version carries none
 * @param commits null when it names neither commits nor a repository
 */
public record Evidence(
        Lineage lineage,
        List<ComparedSurface> surfaces,
        @Nullable CommitFindings commits) {

    public static final Evidence NONE = new Evidence(Lineage.NONE, List.of(), null);

    public boolean isEmpty() {
        return surfaces.isEmpty() && commits == null;
    }

    /** The surfaces the new version carries. */
    public List<SurfaceReference> carried() {
        return surfaces.stream()
                .map(ComparedSurface::current)
                .filter(Objects::nonNull)
                .toList();
    }
}
