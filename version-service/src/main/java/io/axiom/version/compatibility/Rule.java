package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.upgrade.Grounds;
import io.axiom.semver.SemanticVersion;

/**
 * What two numbers say by themselves (<a href="https://semver.org/#semantic-versioning-specification-semver">semver.org</a>, items
 * 4 and 6 to 9). A line is what npm's caret takes for compatible: a major, below 1.0.0 a minor, below 0.1.0 a patch.
 */
enum Rule {
    SAME(CompatibilityLevel.COMPATIBLE, RiskLevel.LOW, "is the same version"),
    SAME_LINE(CompatibilityLevel.COMPATIBLE, RiskLevel.LOW, "only adds and repairs, as the numbers say"),
    PRERELEASE(
            CompatibilityLevel.UNKNOWN,
            RiskLevel.MEDIUM,
            "is not decided by numbers, for a prerelease may change in any way"),
    NEXT_LINE(CompatibilityLevel.BREAKING, RiskLevel.HIGH, "breaks something, as the numbers say"),
    LATER_LINE(
            CompatibilityLevel.BREAKING, RiskLevel.CRITICAL, "skips versions that break something, as the numbers say"),
    BACK_A_PATCH(CompatibilityLevel.COMPATIBLE, RiskLevel.LOW, "goes back to the same interface without later repairs"),
    BACK_IN_LINE(CompatibilityLevel.UNKNOWN, RiskLevel.MEDIUM, "goes back to before additions that may be in use"),
    BACK_A_LINE(CompatibilityLevel.BREAKING, RiskLevel.HIGH, "goes back over a break");

    private final Verdict verdict;
    private final String words;

    Rule(CompatibilityLevel level, RiskLevel risk, String words) {
        this.verdict = new Verdict(level, risk, Grounds.RULE);
        this.words = words;
    }

    Verdict verdict() {
        return verdict;
    }

    String sentence(SemanticVersion from, SemanticVersion to) {
        return this == SAME ? to + " " + words + "." : from + " → " + to + " " + words + ".";
    }
}
