package io.axiom.cli.registry;

import io.axiom.cli.text.Card;
import io.axiom.language.version.BumpReason;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.surface.SurfaceReference;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a version needs, is made of and offers, as lines of its card. */
final class VersionFacts {
    private static final int SHOWN = 5;

    private VersionFacts() {}

    static void add(Card card, VersionView version) {
        card.line("Channels", String.join(", ", version.channels()))
                .line("Depends on", version.dependencies().isEmpty() ? null : new TreeMap<>(version.dependencies()))
                .line(
                        "Made of",
                        version.artifacts().stream()
                                .map(artifact ->
                                        artifact.kind().word() + ':' + artifact.reference() + '@' + artifact.digest())
                                .collect(Collectors.joining(", ")))
                .line(
                        "Offers",
                        version.surfaces().stream().map(SurfaceReference::title).collect(Collectors.joining(", ")))
                .line(
                        "Commit",
                        version.git() == null
                                ? null
                                : version.git().commit() + " of "
                                        + version.git().repository())
                .line("Stop", version.stop());
        if (version.tag() != null) {
            String failure = version.tag().failure();
            card.line(
                    "Tag",
                    version.tag().tag() + " (" + version.tag().state()
                            + (failure == null ? ")" : ": " + failure + ")"));
        }
        DetectedBump detected = version.detected();
        if (detected != null) {
            card.line("Detected", sentence(detected));
        }
    }

    private static String sentence(DetectedBump detected) {
        String why = detected.reasons().stream()
                .limit(SHOWN)
                .map(BumpReason::sentence)
                .collect(Collectors.joining("; "));
        int more = Math.max(0, detected.reasons().size() - SHOWN) + detected.moreReasons();
        return detected.detected().word()
                + (detected.tooSmall() ? ", more than its number claims" : "")
                + (why.isEmpty() ? "" : ": " + why)
                + (more == 0 ? "" : "; and " + more + " more");
    }
}
