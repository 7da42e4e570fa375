package io.axiom.version.path;

import io.axiom.language.RejectedException;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.PathPreference;
import io.axiom.language.version.upgrade.UpgradePath;
import io.axiom.version.compatibility.Assessor;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Release;
import io.axiom.version.compatibility.Verdict;
import io.axiom.version.compatibility.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the way up from one version to another. It stops where every upgrade has to, never goes down, and takes no step that
 * was declared or tested to break.
 */
public final class UpgradePaths {
    private final Knowledge knowledge;
    private final Assessor assessor;
    private final Verdicts verdicts;

    public UpgradePaths(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.assessor = new Assessor(knowledge);
        this.verdicts = new Verdicts(knowledge);
    }

    /**
     * @param compatibleOnly no step may break
     * @throws RejectedException {@code path.none} when there is no way, naming the gap
     */
    public UpgradePath find(int from, int to, PathPreference preference, boolean compatibleOnly) {
        requireUpwards(from, to);
        List<Integer> way = new ArrayList<>(List.of(from));
        Segment.Steps steps = new Segment.Steps(knowledge, verdicts, preference, compatibleOnly);
        for (int stop : stops(from, to)) {
            way.addAll(new Segment(steps, way.getLast(), stop).find());
        }
        return path(way, preference);
    }

    private void requireUpwards(int from, int to) {
        if (from > to) {
            throw new RejectedException(PathRefusals.downwards(knowledge, from, to));
        }
        Status status = knowledge.release(to).life().status();
        if (from != to && (status == Status.YANKED || status == Status.ENDED)) {
            throw new RejectedException(PathRefusals.targetRetired(knowledge, from, to));
        }
    }

    /** The versions every upgrade between the two has to stop at, and the last. */
    private List<Integer> stops(int from, int to) {
        List<Integer> stops = new ArrayList<>();
        for (int version = from + 1; version < to; version++) {
            Release release = knowledge.release(version);
            if (release.stop() != null && release.life().status() == Status.YANKED) {
                throw new RejectedException(PathRefusals.stopYanked(knowledge, from, to, version));
            }
            if (release.stop() != null) {
                stops.add(version);
            }
        }
        if (from != to) {
            stops.add(to);
        }
        return stops;
    }

    private UpgradePath path(List<Integer> way, PathPreference preference) {
        List<UpgradePath.Step> steps = new ArrayList<>();
        for (int i = 1; i < way.size(); i++) {
            steps.add(step(way.get(i - 1), way.get(i)));
        }
        return new UpgradePath(
                knowledge.component(),
                preference,
                way.stream()
                        .map(version -> knowledge.version(version).toString())
                        .toList(),
                steps,
                steps.stream()
                        .map(UpgradePath.Step::riskLevel)
                        .max(Comparator.naturalOrder())
                        .orElse(RiskLevel.LOW),
                steps.stream()
                        .mapToInt(UpgradePath.Step::estimatedDowntimeMinutes)
                        .sum());
    }

    private UpgradePath.Step step(int from, int to) {
        Verdict verdict = verdicts.verdict(from, to);
        Compatibility compatibility = assessor.assess(from, to, verdict);
        return new UpgradePath.Step(
                compatibility.from(),
                compatibility.to(),
                compatibility.level(),
                compatibility.riskLevel(),
                compatibility.estimatedDowntimeMinutes(),
                compatibility.requiredActions(),
                compatibility.decidedBy(),
                knowledge.release(to).stop());
    }
}
