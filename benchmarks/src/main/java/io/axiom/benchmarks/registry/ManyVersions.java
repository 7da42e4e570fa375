package io.axiom.benchmarks.registry;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.surface.Judgement;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Release;
import java.util.ArrayList;
import java.util.List;

/** A component with a long history: ten majors, each step compared with the one before, some pairs declared and tested. */
final class ManyVersions {
    private static final int PER_MAJOR = 100;
    private static final int STATEMENTS = 500;

    private ManyVersions() {}

    static SemanticVersion version(int n) {
        return SemanticVersion.of(1 + n / PER_MAJOR, n % PER_MAJOR / 10, n % 10);
    }

    static Knowledge knowledge(int versions) {
        List<Release> releases = new ArrayList<>();
        for (int n = 0; n < versions; n++) {
            releases.add(new Release(
                    version(n),
                    Release.Life.ACTIVE,
                    n % PER_MAJOR == 0 ? List.of("Something is gone") : List.of(),
                    n == 0
                            ? null
                            : new Release.Detected(version(n - 1), Judgement.values()[n % 3], List.of(), List.of()),
                    null));
        }
        List<CompatibilityDeclared> declared = new ArrayList<>();
        List<TestResultRecorded> tested = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            String from = version(i * 7 % versions).toString();
            String to = version(i * 13 % versions).toString();
            declared.add(new CompatibilityDeclared(
                    "agent", from, to, CompatibilityLevel.COMPATIBLE, null, null, List.of(), "Known"));
            tested.add(new TestResultRecorded("agent", to, from, i % 2 == 0, "e2e", null));
        }
        return new Knowledge("agent", releases, declared, tested);
    }
}
