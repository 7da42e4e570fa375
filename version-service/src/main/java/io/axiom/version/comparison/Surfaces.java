package io.axiom.version.comparison;

import io.axiom.language.version.comparison.Difference;
import io.axiom.language.version.comparison.SurfaceDifference;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.version.surface.SurfaceComparators;
import io.axiom.version.surface.SurfaceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the surfaces two versions carry. */
public final class Surfaces {
    private final SurfaceContents contents;
    private final SurfaceComparators comparators;

    public Surfaces(SurfaceContents contents, SurfaceComparators comparators) {
        this.contents = contents;
        this.comparators = comparators;
    }

    /** In the order the second has them; those it lacks come last. */
    public List<SurfaceDifference> between(List<SurfaceReference> from, List<SurfaceReference> to) {
        List<SurfaceDifference> differences = new ArrayList<>();
        List<SurfaceReference> gone = new ArrayList<>(from);
        for (SurfaceReference current : to) {
            Optional<SurfaceReference> previous = from.stream()
                    .filter(candidate -> candidate.title().equals(current.title()))
                    .findFirst();
            previous.ifPresent(gone::remove);
            differences.add(previous.map(before -> difference(before, current))
                    .orElseGet(() -> only(current, Difference.ADDED)));
        }
        gone.forEach(surface -> differences.add(only(surface, Difference.REMOVED)));
        return differences;
    }

    private static SurfaceDifference only(SurfaceReference surface, Difference difference) {
        return new SurfaceDifference(surface.kind(), surface.name(), difference, null);
    }

    private SurfaceDifference difference(SurfaceReference before, SurfaceReference after) {
        return before.sha256().equals(after.sha256())
                ? only(after, Difference.SAME)
                : new SurfaceDifference(after.kind(), after.name(), Difference.CHANGED, compare(before, after));
    }

    private SurfaceComparison compare(SurfaceReference before, SurfaceReference after) {
        Optional<byte[]> previous = contents.find(before.sha256());
        Optional<byte[]> current = contents.find(after.sha256());
        if (previous.isPresent() && current.isPresent()) {
            return comparators.compare(after.kind(), previous.get(), current.get());
        }
        return SurfaceComparison.of(List.of(new SurfaceChange(
                "content-missing",
                Judgement.UNDETERMINED,
                "",
                null,
                null,
                false,
                "The content of the " + after.title() + " surface is no longer kept, so nothing was compared.")));
    }
}
