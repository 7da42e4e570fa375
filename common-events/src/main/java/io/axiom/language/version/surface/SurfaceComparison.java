package io.axiom.language.version.surface;

import java.util.Comparator;
import java.util.List;

/**
 * All differences between two surfaces, the gravest first.
 *
 * @param verdict the gravest judgement of any change; safe when there is none
 */
public record SurfaceComparison(Judgement verdict, List<SurfaceChange> changes) {
    public static SurfaceComparison of(List<SurfaceChange> changes) {
        Judgement verdict = changes.stream()
                .map(SurfaceChange::judgement)
                .max(Comparator.naturalOrder())
                .orElse(Judgement.SAFE);
        return new SurfaceComparison(
                verdict,
                changes.stream()
                        .sorted(Comparator.comparing(SurfaceChange::judgement, Comparator.reverseOrder()))
                        .toList());
    }

    /** Whether something new is offered, which asks for a minor version. */
    public boolean adds() {
        return changes.stream().anyMatch(SurfaceChange::addition);
    }
}
