package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.upgrade.Grounds;
import io.axiom.semver.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What detected changes say about going up. Surfaces were compared step by step, each version with an earlier one, so they say
 * something of two versions where such steps lead from one to the other, and a break on the way is a break. What an author noted
 * as breaking holds for everyone who comes from below.
 */
final class Changes {
    private static final Verdict BREAKS = Verdict.usual(CompatibilityLevel.BREAKING, Grounds.DETECTED);
    private static final int MOST_QUOTED = 5;
    private static final int NONE = -1;

    private final List<Release> releases;
    private final int[] predecessors;
    private final int[] notesUpTo;

    Changes(List<Release> sorted, Map<SemanticVersion, Integer> places) {
        releases = sorted;
        predecessors = new int[sorted.size()];
        notesUpTo = new int[sorted.size() + 1];
        for (int i = 0; i < sorted.size(); i++) {
            Release.Detected detected = sorted.get(i).detected();
            int predecessor = detected == null ? NONE : places.getOrDefault(detected.predecessor(), NONE);
            predecessors[i] = predecessor < i ? predecessor : NONE;
            notesUpTo[i + 1] = notesUpTo[i] + (sorted.get(i).breakingChanges().isEmpty() ? 0 : 1);
        }
    }

    /** For going to one version from each lower one; null where nothing is known. */
    @Nullable
    Verdict[] verdictsTo(int to) {
        Verdict[] verdicts = new Verdict[to];
        Judgement soFar = Judgement.SAFE;
        for (int step = to; predecessors[step] != NONE; step = predecessors[step]) {
            soFar = soFar.or(verdictOf(step));
            verdicts[predecessors[step]] = Verdict.of(soFar);
            if (soFar == Judgement.BREAKING) {
                markBelow(verdicts, predecessors[step]);
                break;
            }
        }
        for (int from = 0; from < to; from++) {
            if (notesUpTo[to + 1] > notesUpTo[from + 1]) {
                verdicts[from] = BREAKS;
            }
        }
        return verdicts;
    }

    private static void markBelow(Verdict[] verdicts, int from) {
        for (int i = 0; i <= from; i++) {
            verdicts[i] = BREAKS;
        }
    }

    private Judgement verdictOf(int version) {
        Release.Detected detected = releases.get(version).detected();
        return detected == null ? Judgement.UNDETERMINED : detected.verdict();
    }

    /** Why, for a pair of which something is known; what breaks for certain comes first. */
    List<String> sentences(int from, int to) {
        List<String> sentences = new ArrayList<>();
        for (int version = from + 1; version <= to; version++) {
            for (String change : releases.get(version).breakingChanges()) {
                sentences.add(releases.get(version).version() + " notes as breaking: " + change);
            }
        }
        for (int step = to; step > from && predecessors[step] != NONE; step = predecessors[step]) {
            Release.Detected detected = releases.get(step).detected();
            if (detected != null && detected.verdict() != Judgement.SAFE) {
                sentences.add(sentence(releases.get(step).version(), detected));
            }
        }
        Release.Detected last = releases.get(to).detected();
        if (sentences.isEmpty() && last != null) {
            sentences.add(sentence(releases.get(to).version(), last));
        }
        return sentences;
    }

    private static String sentence(SemanticVersion version, Release.Detected detected) {
        String compared = "The surfaces of " + version + " were compared with those of " + detected.predecessor() + ": "
                + detected.verdict().word();
        return detected.reasons().isEmpty()
                ? compared + "."
                : compared + ". "
                        + String.join(
                                " ",
                                detected.reasons().stream().limit(MOST_QUOTED).toList());
    }

    /** What everyone who goes up has to see to: as the authors noted it, and as the surfaces on the way show it. */
    List<String> breakingChanges(int from, int to) {
        List<String> changes = new ArrayList<>();
        for (int version = from + 1; version <= to; version++) {
            changes.addAll(releases.get(version).breakingChanges());
        }
        int noted = changes.size();
        for (int step = to; step > from && predecessors[step] != NONE; step = predecessors[step]) {
            Release.Detected detected = releases.get(step).detected();
            changes.addAll(noted, detected == null ? List.of() : detected.breaks());
        }
        return changes;
    }
}
