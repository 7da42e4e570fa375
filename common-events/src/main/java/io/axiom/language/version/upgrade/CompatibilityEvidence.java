package io.axiom.language.version.upgrade;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;

/**
 * One thing that is known about going from one version to another.
 *
 * @param level what it says by itself
 * @param decides whether the answer rests on it
 * @param sentence in words
 */
public record CompatibilityEvidence(
        Grounds grounds, CompatibilityLevel level, RiskLevel riskLevel, boolean decides, String sentence) {}
