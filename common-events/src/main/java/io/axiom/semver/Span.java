package io.axiom.semver;

import org.jspecify.annotations.Nullable;

/**
 * All versions from {@code from} up to but not including {@code to}, by precedence. Every bound can be written so, because
 * each version has an immediate successor: {@code >1.0.0} starts at {@code 1.0.1-0}.
 *
 * @param to null when there is no upper bound
 */
record Span(SemanticVersion from, @Nullable SemanticVersion to) {
    static final Span EVERYTHING = new Span(SemanticVersion.LOWEST, null);
    static final Span NOTHING = new Span(SemanticVersion.LOWEST, SemanticVersion.LOWEST);

    static Span atLeast(SemanticVersion version) {
        return new Span(version, null);
    }

    static Span above(SemanticVersion version) {
        return new Span(Successors.immediate(version), null);
    }

    static Span below(SemanticVersion version) {
        return new Span(SemanticVersion.LOWEST, version);
    }

    static Span atMost(SemanticVersion version) {
        return new Span(SemanticVersion.LOWEST, Successors.immediate(version));
    }

    static Span exactly(SemanticVersion version) {
        return new Span(version, Successors.immediate(version));
    }

    boolean contains(SemanticVersion version) {
        return version.compareTo(from) >= 0 && (to == null || version.compareTo(to) < 0);
    }

    boolean isEmpty() {
        return to != null && from.compareTo(to) >= 0;
    }

    Span and(Span other) {
        SemanticVersion start = from.compareTo(other.from) >= 0 ? from : other.from;
        SemanticVersion end = to;
        SemanticVersion theirs = other.to;
        if (end == null || (theirs != null && theirs.compareTo(end) < 0)) {
            end = theirs;
        }
        return new Span(start, end);
    }

    /** Whether every version of this span is in one of {@code others}, which are sorted by their start. */
    boolean isCoveredBy(Iterable<Span> others) {
        SemanticVersion covered = from;
        for (Span other : others) {
            if (new Span(covered, to).isEmpty() || other.from.compareTo(covered) > 0) {
                break;
            }
            SemanticVersion end = other.to;
            if (end == null) {
                return true;
            }
            covered = end.compareTo(covered) > 0 ? end : covered;
        }
        return new Span(covered, to).isEmpty();
    }
}
