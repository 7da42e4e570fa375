package io.axiom.version.surface;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every comparator there is, by kind. A kind without one is never called safe. */
public final class SurfaceComparators {
    private final Map<SurfaceKind, SurfaceComparator> byKind = new EnumMap<>(SurfaceKind.class);

    public SurfaceComparators(Collection<? extends SurfaceComparator> comparators) {
        comparators.forEach(comparator -> {
            if (byKind.put(comparator.kind(), comparator) != null) {
                throw new IllegalStateException("Two comparators for " + comparator.kind());
            }
        });
    }

    /** Contents as they are stored; see {@link SurfaceContent}. */
    public SurfaceComparison compare(SurfaceKind kind, byte[] previous, byte[] current) {
        SurfaceComparator comparator = byKind.get(kind);
        return comparator == null
                ? SurfaceComparison.of(List.of(new SurfaceChange(
                        "kind-not-compared",
                        Judgement.UNDETERMINED,
                        "",
                        null,
                        null,
                        false,
                        "The " + kind.word() + " surface changed, and nothing here can compare two of this kind.")))
                : comparator.compare(SurfaceContent.text(kind, previous), SurfaceContent.text(kind, current));
    }
}
