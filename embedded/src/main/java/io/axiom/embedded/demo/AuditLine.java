package io.axiom.embedded.demo;

import io.axiom.language.audit.AuditEntry;
import java.util.Set;

/** One line of the timeline. */
final class AuditLine {
    private static final Set<String> STEPS =
            Set.of("StepStarted", "StepCompleted", "InstanceStarted", "InstanceStopped");

    private AuditLine() {}

    /** Whether it is told: the timeline has the milestones, not every step. */
    static boolean isMilestone(AuditEntry entry) {
        return !STEPS.contains(name(entry)) && !entry.context().equals("access");
    }

    static String of(AuditEntry entry) {
        return "%5d  %-14s %-27s %-24s %s"
                .formatted(
                        entry.position(),
                        entry.context() + '@' + entry.sourcePosition(),
                        name(entry),
                        entry.aggregateId(),
                        entry.actor());
    }

    private static String name(AuditEntry entry) {
        String[] type = entry.type().split("\\.", -1);
        return type.length > 1 ? type[1] : entry.type();
    }
}
