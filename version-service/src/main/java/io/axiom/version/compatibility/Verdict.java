package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.upgrade.Grounds;

/** The answer without its reasons, of which a matrix has a million. */
public record Verdict(CompatibilityLevel level, RiskLevel risk, Grounds grounds) {
    static final Verdict SAME = new Verdict(CompatibilityLevel.COMPATIBLE, RiskLevel.LOW, Grounds.RULE);

    /** The risk of a level of which nothing else is known. */
    static RiskLevel usualRisk(CompatibilityLevel level) {
        return switch (level) {
            case COMPATIBLE -> RiskLevel.LOW;
            case DEPRECATED, UNKNOWN -> RiskLevel.MEDIUM;
            case BREAKING -> RiskLevel.HIGH;
        };
    }

    static Verdict usual(CompatibilityLevel level, Grounds grounds) {
        return new Verdict(level, usualRisk(level), grounds);
    }

    static Verdict of(Judgement judgement) {
        return switch (judgement) {
            case SAFE -> usual(CompatibilityLevel.COMPATIBLE, Grounds.DETECTED);
            case RISKY -> new Verdict(CompatibilityLevel.COMPATIBLE, RiskLevel.MEDIUM, Grounds.DETECTED);
            case UNDETERMINED -> usual(CompatibilityLevel.UNKNOWN, Grounds.DETECTED);
            case BREAKING -> usual(CompatibilityLevel.BREAKING, Grounds.DETECTED);
        };
    }

    Verdict atLeast(RiskLevel other) {
        return risk.compareTo(other) >= 0 ? this : new Verdict(level, other, grounds);
    }
}
