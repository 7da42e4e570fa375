package io.axiom.semver;

/** What each operator of npm's range grammar means as a span of versions. */
final class Comparators {
    private final boolean includePrerelease;

    Comparators(boolean includePrerelease) {
        this.includePrerelease = includePrerelease;
    }

    Span span(Operator operator, Partial version) {
        if (version.isAny()) {
            return operator == Operator.LESS || operator == Operator.GREATER ? Span.NOTHING : Span.EVERYTHING;
        }
        return switch (operator) {
            case EXACT -> version.isOpen() ? upTo(version, version.beyond()) : Span.exactly(version.version());
            case GREATER -> version.isOpen() ? greaterThanOpen(version) : Span.above(version.version());
            case GREATER_OR_EQUAL -> Span.atLeast(version.lowest(includePrerelease));
            case LESS -> Span.below(version.isOpen() ? version.lowest(true) : version.version());
            case LESS_OR_EQUAL -> version.isOpen() ? Span.below(version.beyond()) : Span.atMost(version.version());
            case TILDE -> upTo(version, version.minor().isEmpty() ? version.nextMajor() : version.nextMinor());
            case CARET -> upTo(version, caretEnd(version));
        };
    }

    Span hyphen(Partial from, Partial to) {
        Span lower = from.isAny() ? Span.EVERYTHING : Span.atLeast(hyphenStart(from));
        return lower.and(to.isAny() ? Span.EVERYTHING : Span.below(hyphenEnd(to)));
    }

    private Span upTo(Partial version, SemanticVersion end) {
        return new Span(version.lowest(includePrerelease), end);
    }

    private Span greaterThanOpen(Partial version) {
        SemanticVersion beyond = version.beyond();
        return Span.atLeast(includePrerelease ? beyond : beyond.release());
    }

    // The left-most number that is not zero stays; all zeros keep all that is given.
    private static SemanticVersion caretEnd(Partial version) {
        if (!version.major().equals("0") || version.minor().isEmpty()) {
            return version.nextMajor();
        }
        if (!version.minor().equals("0") || version.isOpen()) {
            return version.nextMinor();
        }
        return version.nextPatch();
    }

    private SemanticVersion hyphenStart(Partial from) {
        SemanticVersion version = from.version();
        return includePrerelease && !from.namesPrerelease() ? Successors.withPrerelease(version, "0") : version;
    }

    private SemanticVersion hyphenEnd(Partial to) {
        if (to.isOpen()) {
            return to.beyond();
        }
        return includePrerelease && !to.namesPrerelease() ? to.nextPatch() : Successors.immediate(to.version());
    }

    /** The operators of the grammar. */
    enum Operator {
        EXACT,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        TILDE,
        CARET
    }
}
