package io.axiom.version.release;

import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.semver.SemanticVersion;
import java.util.Map;

/** Why there is no such changelog. The codes are stable. */
final class ChangelogRefusals {
    private static final int SHOWN = 100;

    private ChangelogRefusals() {}

    static Rejection noVersions(String component) {
        return new Rejection(
                "changelog.no-versions",
                Kind.NOT_FOUND,
                Texts.shorten(component, SHOWN) + " has no versions yet.",
                "Create one: axiom version create " + Texts.shorten(component, SHOWN) + ".");
    }

    static Rejection backwards(SemanticVersion from, SemanticVersion to) {
        return new Rejection(
                "changelog.backwards",
                Kind.INVALID,
                from + " is not below " + to + ".",
                "Give the version one has as \"from\", and the one one gets as \"to\".",
                Map.of("field", "from"));
    }

    static Rejection tooMany(int versions, int most) {
        return new Rejection(
                "changelog.too-many-versions",
                Kind.TOO_LARGE,
                "Between the two lie " + versions + " versions; at most " + most + " are shown at once.",
                "Give a higher version as \"from\".");
    }

    static Rejection format(String format) {
        return invalid(
                "format", "There is no format \"" + Texts.shorten(format, SHOWN) + "\".", "Use json or markdown.");
    }

    static Rejection web() {
        return invalid(
                "web",
                "This is not the address of a repository's page.",
                "Give one like https://github.com/owner/name.");
    }

    private static Rejection invalid(String field, String detail, String next) {
        return new Rejection("request.invalid", Kind.INVALID, detail, next, Map.of("field", field));
    }
}
