package io.axiom.semver;

import java.util.Locale;
import java.util.Optional;

/** What a new version raises, in npm's words; also what two versions differ in. */
public enum Increment {
    MAJOR,
    MINOR,
    PATCH,
    PREMAJOR,
    PREMINOR,
    PREPATCH,
    /** The next prerelease; of a release, the first prerelease of its next patch. */
    PRERELEASE,
    /** A prerelease becomes the release it leads to. */
    RELEASE;

    /** For example {@code preminor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Increment> ofWord(String word) {
        for (Increment increment : values()) {
            if (increment.word().equals(word)) {
                return Optional.of(increment);
            }
        }
        return Optional.empty();
    }

    /** Whether the outcome is a prerelease. */
    public boolean leadsToPrerelease() {
        return switch (this) {
            case PREMAJOR, PREMINOR, PREPATCH, PRERELEASE -> true;
            case MAJOR, MINOR, PATCH, RELEASE -> false;
        };
    }
}
