package io.axiom.version.upgrade;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.version.comparison.VersionComparison;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityMatrix;
import io.axiom.language.version.upgrade.PathPreference;
import io.axiom.language.version.upgrade.UpgradePath;
import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionFormatException;
import io.axiom.semver.VersionRange;
import io.axiom.version.catalog.VersionKnowledge;
import io.axiom.version.comparison.Comparisons;
import io.axiom.version.comparison.Surfaces;
import io.axiom.version.compatibility.Assessor;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Matrix;
import io.axiom.version.component.Refusals;
import io.axiom.version.path.UpgradePaths;
import io.axiom.version.rules.Invalid;
import io.axiom.version.surface.SurfaceComparators;
import io.axiom.version.surface.SurfaceContents;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about going from one version of a component to another. */
@RestController
@RequestMapping("/api/components/{component}")
class UpgradeQueries {
    private static final int LONGEST = 512;
    private static final int MOST_IN_MATRIX = 1_200;

    private final VersionKnowledge known;
    private final Comparisons comparisons;

    UpgradeQueries(VersionKnowledge known, SurfaceContents contents, SurfaceComparators comparators) {
        this.known = known;
        this.comparisons = new Comparisons(new Surfaces(contents, comparators));
    }

    @GetMapping("/compatibility")
    Compatibility compatibility(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Knowledge knowledge = known.of(component);
        return new Assessor(knowledge).assess(place(knowledge, "from", from), place(knowledge, "to", to));
    }

    /** @param versions a range; all when left out */
    @GetMapping("/compatibility/matrix")
    CompatibilityMatrix matrix(
            @PathVariable String component, @RequestParam(required = false) @Nullable String versions) {
        Knowledge knowledge = known.of(component);
        IntPredicate wanted = _ -> true;
        if (versions != null) {
            VersionRange range = range(versions);
            wanted = place -> range.contains(knowledge.version(place));
        }
        int[] places = IntStream.range(0, knowledge.size()).filter(wanted).toArray();
        if (places.length > MOST_IN_MATRIX) {
            throw new RejectedException(new Rejection(
                    "matrix.too-large",
                    Rejection.Kind.UNPROCESSABLE,
                    places.length + " versions make more pairs than one answer holds.",
                    "Ask for at most " + MOST_IN_MATRIX + " versions, by a range: ?versions=>=2.0.0."));
        }
        return new Matrix(knowledge).of(places);
    }

    @GetMapping("/upgrade-path")
    UpgradePath path(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String prefer,
            @RequestParam(required = false, defaultValue = "false") boolean compatibleOnly) {
        Knowledge knowledge = known.of(component);
        return new UpgradePaths(knowledge)
                .find(
                        place(knowledge, "from", from),
                        place(knowledge, "to", to),
                        prefer == null ? PathPreference.LOWEST_RISK : preference(prefer),
                        compatibleOnly);
    }

    @GetMapping("/compare")
    VersionComparison compare(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Knowledge knowledge = known.of(component);
        return comparisons.compare(
                knowledge,
                known.changes(component),
                known.version(knowledge, place(knowledge, "from", from)),
                known.version(knowledge, place(knowledge, "to", to)));
    }

    private static int place(Knowledge knowledge, String parameter, @Nullable String version) {
        if (version == null || version.isBlank()) {
            throw invalid(
                    parameter,
                    "The parameter \"" + parameter + "\" is missing.",
                    "Name a version: ?" + parameter + "=1.2.0.");
        }
        SemanticVersion parsed = version.length() > LONGEST
                ? null
                : SemanticVersion.tryParse(version).orElse(null);
        if (parsed == null) {
            throw invalid(
                    parameter,
                    "\"" + Texts.shorten(version, 100) + "\" is not a version.",
                    "Write it as semver.org says, for example 1.2.0 or 1.2.0-beta.1.");
        }
        return knowledge
                .place(parsed)
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(knowledge.component(), version)));
    }

    private static PathPreference preference(String word) {
        return PathPreference.ofWord(word)
                .orElseThrow(() -> invalid(
                        "prefer",
                        "There is no preference \"" + Texts.shorten(word, 100) + "\".",
                        "Use one of "
                                + Arrays.stream(PathPreference.values())
                                        .map(PathPreference::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static VersionRange range(String text) {
        try {
            return VersionRange.parse(Texts.shorten(text, LONGEST), true);
        } catch (VersionFormatException e) {
            throw invalid("versions", e.getMessage() + ".", "Write a range as npm does, for example ^1.2.0 or >=2.");
        }
    }

    private static RejectedException invalid(String parameter, String detail, String next) {
        return new RejectedException(Invalid.of("request.parameter-invalid", parameter, detail, next));
    }
}
