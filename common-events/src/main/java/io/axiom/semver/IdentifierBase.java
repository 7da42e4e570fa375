package io.axiom.semver;

/** The number a new prerelease identifier starts with: {@code beta.0}, {@code beta.1}, or none ({@code beta}). */
public enum IdentifierBase {
    ZERO,
    ONE,
    NONE;

    /** Empty for {@link #NONE}. */
    String digits() {
        return switch (this) {
            case ZERO -> "0";
            case ONE -> "1";
            case NONE -> "";
        };
    }
}
