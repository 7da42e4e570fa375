package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import java.util.Locale;
import java.util.Optional;

/** How far a version's number moves from its predecessor's (semver.org, items 6 to 8), in order of growing weight. */
public enum Bump {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Bump or(Bump other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What a break asks for after {@code predecessor}: anything may change while the major number is 0 (semver.org, item 4). */
    public static Bump ofBreakAfter(SemanticVersion predecessor) {
        return predecessor.major().signum() == 0 ? MINOR : MAJOR;
    }

    /** From one number to a higher one; prerelease identifiers do not count. */
    public static Bump between(SemanticVersion predecessor, SemanticVersion version) {
        if (!predecessor.major().equals(version.major())) {
            return MAJOR;
        }
        if (!predecessor.minor().equals(version.minor())) {
            return MINOR;
        }
        return predecessor.patch().equals(version.patch()) ? NONE : PATCH;
    }

    /** The increment that makes it; empty for none. */
    public Optional<Increment> increment() {
        return switch (this) {
            case NONE -> Optional.empty();
            case PATCH -> Optional.of(Increment.PATCH);
            case MINOR -> Optional.of(Increment.MINOR);
            case MAJOR -> Optional.of(Increment.MAJOR);
        };
    }
}
