package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.semver.SemanticVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known about the versions of one component, written down shortly. */
public final class KnownVersions {
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private final List<CompatibilityDeclared> declared = new ArrayList<>();
    private final List<TestResultRecorded> tested = new ArrayList<>();

    public static KnownVersions of(String... versions) {
        KnownVersions known = new KnownVersions();
        for (String version : versions) {
            known.releases.put(version, Release.of(SemanticVersion.parse(version)));
        }
        return known;
    }

    public KnownVersions retired(String version, Status status, String reason, @Nullable String replacement) {
        return change(
                version,
                old -> new Release(
                        old.version(),
                        new Release.Life(status, reason, replacement),
                        old.breakingChanges(),
                        old.detected(),
                        old.stop()));
    }

    public KnownVersions breaking(String version, String... changes) {
        return change(
                version, old -> new Release(old.version(), old.life(), List.of(changes), old.detected(), old.stop()));
    }

    public KnownVersions compared(String version, String with, Judgement verdict, String... reasons) {
        return change(
                version,
                old -> new Release(
                        old.version(),
                        old.life(),
                        old.breakingChanges(),
                        new Release.Detected(
                                SemanticVersion.parse(with),
                                verdict,
                                List.of(reasons),
                                verdict == Judgement.BREAKING ? List.of(reasons) : List.of()),
                        old.stop()));
    }

    public KnownVersions stop(String version, String reason) {
        return change(
                version, old -> new Release(old.version(), old.life(), old.breakingChanges(), old.detected(), reason));
    }

    private KnownVersions change(String version, UnaryOperator<Release> change) {
        releases.computeIfPresent(version, (_, old) -> change.apply(old));
        return this;
    }

    public KnownVersions declared(String from, String to, CompatibilityLevel level) {
        return declared(from, to, level, null, null);
    }

    public KnownVersions declared(
            String from,
            String to,
            CompatibilityLevel level,
            @Nullable RiskLevel risk,
            @Nullable Integer downtime,
            String... actions) {
        declared.add(
                new CompatibilityDeclared("agent", from, to, level, risk, downtime, List.of(actions), "we know it."));
        return this;
    }

    public KnownVersions tested(String from, String to, boolean passed, String suite) {
        tested.add(new TestResultRecorded("agent", from, to, passed, suite, null));
        return this;
    }

    public Knowledge knowledge() {
        return new Knowledge("agent", List.copyOf(releases.values()), declared, tested);
    }

    Compatibility assess(String from, String to) {
        Knowledge knowledge = knowledge();
        return new Assessor(knowledge).assess(place(knowledge, from), place(knowledge, to));
    }

    public static int place(Knowledge knowledge, String version) {
        return knowledge.place(SemanticVersion.parse(version)).orElseThrow();
    }
}
