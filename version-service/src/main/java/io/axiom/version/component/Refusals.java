package io.axiom.version.component;

import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.semver.SemanticVersion;
import java.util.Map;

/** What the registry says no with. The codes are stable. */
public final class Refusals {
    private static final int SHOWN = 100;

    private Refusals() {}

    static Rejection componentExists(String component) {
        return new Rejection(
                "component.exists",
                Kind.CONFLICT,
                "The component " + component + " is registered already.",
                "Create versions of it, or register another name.",
                Map.of("component", Texts.shorten(component, SHOWN)));
    }

    public static Rejection componentNotFound(String component) {
        return new Rejection(
                "component.not-found",
                Kind.NOT_FOUND,
                "There is no component " + Texts.shorten(component, SHOWN) + ".",
                "Register it first: axiom component register " + Texts.shorten(component, SHOWN) + ".",
                Map.of("component", Texts.shorten(component, SHOWN)));
    }

    /** A component that is not registered, or has no version yet. */
    public static Rejection nothingToChoose(String component) {
        return new Rejection(
                "component.no-versions",
                Kind.NOT_FOUND,
                "There is no version of " + Texts.shorten(component, SHOWN) + ".",
                "Check the name, or create a version: axiom version create " + Texts.shorten(component, SHOWN)
                        + " 1.0.0.",
                Map.of("component", Texts.shorten(component, SHOWN)));
    }

    public static Rejection versionNotFound(String component, String version) {
        return new Rejection(
                "version.not-found",
                Kind.NOT_FOUND,
                Texts.shorten(component, SHOWN) + " has no version " + Texts.shorten(version, SHOWN) + ".",
                "List its versions: axiom version list " + Texts.shorten(component, SHOWN) + ".",
                Map.of("component", Texts.shorten(component, SHOWN)));
    }

    static Rejection versionExists(String component, Entry entry) {
        return new Rejection(
                "version.exists",
                Kind.CONFLICT,
                component + " has a version " + entry.version() + " already; build metadata does not make another one.",
                "Use a higher number, or an increment.",
                Map.of("component", component, "version", entry.version()));
    }

    static Rejection numberYanked(String component, Entry entry) {
        return new Rejection(
                "version.yanked",
                Kind.CONFLICT,
                component + " " + entry.version() + " was yanked ("
                        + entry.life().reason() + "); its number is not used again.",
                "Use a higher number, or an increment.",
                Map.of("component", component, "version", entry.version()));
    }

    static Rejection backwards(String component, SemanticVersion version, SemanticVersion above) {
        return new Rejection(
                "version.backwards",
                Kind.CONFLICT,
                "%s %s would go backwards: %s exists.".formatted(component, version, above),
                "Use a number above " + above + ". A back-port carries on a major or a major.minor that exists.",
                Map.of("component", component, "version", version.toString(), "above", above.toString()));
    }

    static Rejection yankedTarget(String component, Entry entry) {
        return new Rejection(
                "version.yanked",
                Kind.CONFLICT,
                component + " " + entry.version() + " was yanked ("
                        + entry.life().reason() + ").",
                "Use a version that can be used: axiom version list " + component + ".",
                Map.of("component", component, "version", entry.version()));
    }

    static Rejection ended(String component, Entry entry) {
        return new Rejection(
                "version.ended",
                Kind.CONFLICT,
                component + " " + entry.version() + " has reached its end of life ("
                        + entry.life().reason() + ").",
                "Use a version that can be used: axiom version list " + component + ".",
                Map.of("component", component, "version", entry.version()));
    }

    static Rejection invalid(String code, String field, String detail, String next) {
        return new Rejection(code, Kind.INVALID, detail, next, Map.of("field", field));
    }
}
