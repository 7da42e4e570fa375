package io.axiom.version.upgrade;

import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Required;
import io.axiom.language.Texts;
import io.axiom.language.version.resolution.ResolutionRequest;
import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionFormatException;
import io.axiom.semver.VersionRange;
import io.axiom.version.component.Refusals;
import io.axiom.version.resolution.Candidate;
import io.axiom.version.resolution.Wanted;
import io.axiom.version.rules.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a question for versions that go together must be. */
final class ResolutionRules {
    private static final int MOST = 2_000;
    private static final int LONGEST = 512;
    private static final String CODE = "resolution.invalid";

    private ResolutionRules() {}

    static Wanted read(ResolutionRequest request) {
        List<ResolutionRequest.Want> wanted = Objects.requireNonNullElse(request.wanted(), List.of());
        Map<String, String> pinned = Objects.requireNonNullElse(request.pinned(), Map.of());
        requireFew("wanted", wanted.size());
        requireFew("pinned", pinned.size());
        Map<String, VersionRange> ranges = new LinkedHashMap<>();
        for (ResolutionRequest.Want want : wanted) {
            String component = name(Required.field("wanted.component", want.component()));
            if (ranges.put(component, range(component, want.range())) != null) {
                throw refused(
                        "wanted." + component,
                        component + " is wanted twice.",
                        "Name it once; a range may have several parts: \">=1.2 <3\".");
            }
        }
        Map<String, SemanticVersion> pins = new LinkedHashMap<>();
        pinned.forEach((component, version) -> pins.put(name(component), version(component, version)));
        if (ranges.isEmpty() && pins.isEmpty()) {
            throw refused(
                    "wanted",
                    "Nothing is wanted.",
                    "Name components: {\"wanted\": [{\"component\": \"web\", \"range\": \"^1.0.0\"}]}.");
        }
        return new Wanted(ranges, pins);
    }

    private static void requireFew(String field, int size) {
        if (size > MOST) {
            throw refused(field, "There are " + size + " components.", "Ask for at most " + MOST + " at once.");
        }
    }

    /** Refuses components and pinned versions that do not exist: they are more likely misspelt than in conflict. */
    static void requireKnown(Wanted wanted, Map<String, List<Candidate>> known) {
        wanted.ranges().keySet().forEach(component -> require(component, known));
        wanted.pins().forEach((component, pin) -> {
            require(component, known);
            if (known.getOrDefault(component, List.of()).stream()
                    .noneMatch(candidate -> candidate.version().equals(pin))) {
                throw new RejectedException(Refusals.versionNotFound(component, pin.toString()));
            }
        });
    }

    private static void require(String component, Map<String, List<Candidate>> known) {
        if (!known.containsKey(component)) {
            throw new RejectedException(Refusals.nothingToChoose(component));
        }
    }

    private static String name(String name) {
        return Names.require("component", name);
    }

    private static VersionRange range(String component, @Nullable String given) {
        String field = "wanted." + component;
        String range = given == null ? "*" : given;
        if (range.isBlank() || range.length() > LONGEST) {
            throw refused(
                    field, "The range is empty or longer than " + LONGEST + " characters.", "Use * for any version.");
        }
        try {
            return VersionRange.parse(range);
        } catch (VersionFormatException e) {
            throw refused(field, e.getMessage() + ".", "Write a range as npm does, for example ^1.2.0 or >=1.2.0 <3.");
        }
    }

    private static SemanticVersion version(String component, @Nullable String version) {
        String shown = Texts.shorten(String.valueOf(version), LONGEST);
        return SemanticVersion.tryParse(shown)
                .orElseThrow(() -> refused(
                        "pinned." + component,
                        "\"" + Texts.shorten(shown, 100) + "\" is not a version.",
                        "Pin an exact version, such as 1.2.0."));
    }

    private static RejectedException refused(String field, String detail, String next) {
        return new RejectedException(Invalid.of(CODE, field, detail, next));
    }
}
