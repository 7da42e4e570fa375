package io.axiom.semver;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Decides exactly whether every version of one alternative is in a union of others. */
final class Subsets {
    private Subsets() {}

    /** @param union alternatives of one range, so either all of them admit every prerelease or none does */
    static boolean covers(List<Alternative> union, Alternative part) {
        return releasesCovered(union, part) && prereleasesCovered(union, part);
    }

    private static boolean releasesCovered(List<Alternative> union, Alternative part) {
        return releases(part.span())
                .isCoveredBy(union.stream()
                        .map(alternative -> releases(alternative.span()))
                        .sorted(Comparator.comparing(Span::from))
                        .toList());
    }

    /** The same releases between bounds that are releases, so that prereleases between two spans do not count as a gap. */
    private static Span releases(Span span) {
        SemanticVersion to = span.to();
        return new Span(span.from().release(), to == null ? null : to.release());
    }

    private static boolean prereleasesCovered(List<Alternative> union, Alternative part) {
        if (!part.anyPrerelease()) {
            return part.named().stream().allMatch(named -> prereleasesOf(named, union, part));
        }
        if (union.stream().anyMatch(Alternative::anyPrerelease)) {
            return part.span().isCoveredBy(spans(union, Alternative::anyPrerelease));
        }
        // The union admits prereleases of finitely many releases, so walking them ends at the first it does not.
        SemanticVersion first = part.span().from();
        SemanticVersion core = first.isPrerelease() ? first.release() : Successors.nextPatch(first);
        while (!part.span().and(prereleaseSpan(core)).isEmpty()) {
            if (!prereleasesOf(core, union, part)) {
                return false;
            }
            core = Successors.nextPatch(core);
        }
        return true;
    }

    private static boolean prereleasesOf(SemanticVersion version, List<Alternative> union, Alternative part) {
        return part.span()
                .and(prereleaseSpan(version.release()))
                .isCoveredBy(spans(union, alternative -> alternative.admitsPrereleasesOf(version)));
    }

    private static Span prereleaseSpan(SemanticVersion release) {
        return new Span(Successors.withPrerelease(release, "0"), release);
    }

    private static List<Span> spans(List<Alternative> union, Predicate<Alternative> which) {
        return union.stream()
                .filter(which)
                .map(Alternative::span)
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }
}
