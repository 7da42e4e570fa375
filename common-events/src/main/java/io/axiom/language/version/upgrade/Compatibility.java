package io.axiom.language.version.upgrade;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import java.util.List;

/**
 * Whether one version can take another's place, and why it is thought so.
 *
 * @param estimatedDowntimeMinutes as declared, else a guess from the level
 * @param requiredActions what to do before or while going, in sentences
 * @param decidedBy the grounds of the evidence the answer rests on
 * @param evidence all of it, the lightest first
 */
public record Compatibility(
        String component,
        String from,
        String to,
        CompatibilityLevel level,
        RiskLevel riskLevel,
        int estimatedDowntimeMinutes,
        List<String> requiredActions,
        Grounds decidedBy,
        List<CompatibilityEvidence> evidence) {
    public Compatibility {
        requiredActions = List.copyOf(requiredActions);
        evidence = List.copyOf(evidence);
    }
}
