package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import io.axiom.language.version.BumpReason;
import io.axiom.language.version.ComponentPolicy.Reaction;
import io.axiom.language.version.DetectedBump;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.evidence.Lineage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the number a version claims against what was detected. */
final class Claim {
    private static final int KEPT = 50;
    private static final int SHOWN = 3;
    private static final int LONGEST = 150;

    private Claim() {}

    /** What goes on record; null when there was nothing to go by. Refuses a claim that is too small unless policy lets it pass. */
    static @Nullable DetectedBump check(
            Registered component, SemanticVersion version, Detection detection, Lineage lineage, Evidence evidence) {
        if (detection.verdict() == null && evidence.commits() == null) {
            return null;
        }
        List<BumpReason> reasons = detection.reasons();
        String measuredBy = detection.verdict() == null ? lineage.predecessor() : lineage.compared();
        String tooSmallAfter = tooSmallAfter(version, detection, lineage);
        DetectedBump detected = new DetectedBump(
                between(measuredBy, version),
                detection.bump(),
                detection.verdict(),
                measuredBy,
                tooSmallAfter != null,
                reasons.stream().limit(KEPT).toList(),
                Math.max(0, reasons.size() - KEPT));
        if (tooSmallAfter != null && component.policy().claimedBump() == Reaction.REFUSE) {
            throw new RejectedException(new Rejection(
                    "version.bump-too-small",
                    Rejection.Kind.UNPROCESSABLE,
                    sentence(component.component(), version, tooSmallAfter, detected),
                    "Use a higher number, or increment auto. axiom component policy " + component.component()
                            + " --claimed-bump warn lets it pass with a warning.",
                    Map.of(
                            "component", component.component(),
                            "version", version.toString(),
                            "predecessor", tooSmallAfter,
                            "detected", detection.bump().word())));
        }
        return detected;
    }

    /** The release from which the number goes up by less than is asked for; null when it goes up enough. */
    static @Nullable String tooSmallAfter(SemanticVersion version, Detection detection, Lineage lineage) {
        if (isLess(lineage.compared(), version, detection.bySurfaces())) {
            return lineage.compared();
        }
        return isLess(lineage.predecessor(), version, detection.byCommits()) ? lineage.predecessor() : null;
    }

    private static @Nullable Bump between(@Nullable String predecessor, SemanticVersion version) {
        return predecessor == null ? null : Bump.between(SemanticVersion.parse(predecessor), version);
    }

    private static boolean isLess(@Nullable String predecessor, SemanticVersion version, Bump asked) {
        Bump claimed = between(predecessor, version);
        return claimed != null && claimed.compareTo(asked) < 0;
    }

    /** Claimed, detected, and why: the gravest reasons and how many more there are. */
    static String sentence(String component, SemanticVersion version, String after, DetectedBump detected) {
        Bump claimed = Bump.between(SemanticVersion.parse(after), version);
        List<BumpReason> grave = detected.reasons().stream()
                .filter(reason -> reason.asks().compareTo(claimed) > 0)
                .toList();
        String why = grave.stream()
                .limit(SHOWN)
                .map(reason -> reason.source() + ": " + Texts.shorten(reason.sentence(), LONGEST))
                .collect(Collectors.joining(" "));
        int more = Math.max(0, grave.size() - SHOWN) + detected.moreReasons();
        return "%s %s claims %s after %s, but %s was detected. %s%s"
                .formatted(
                        component,
                        version,
                        claimed.word(),
                        after,
                        detected.detected().word(),
                        why,
                        more == 0 ? "" : " And " + more + " more.");
    }
}
