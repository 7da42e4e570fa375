package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.Bump;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.aggregate.OutdatedPreparationException;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.commits.CommitFindings;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.evidence.Lineage;
import io.axiom.version.rules.CreationRules;
import io.axiom.version.rules.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creating a version: its number is free and goes up, and it claims no less than its evidence asks for. */
final class Creation {
    private Creation() {}

    /**
     * Refuses what needs no evidence to be refused, so that none is gathered for it.
     *
     * @return what the version is to be measured by
     */
    static Lineage check(Registered component, CreateVersion command) {
        CreationRules.check(command);
        Lineage lineage = Lineages.of(command, component.versions());
        if (!NextNumber.isAuto(command)) {
            refuseTaken(component, NextNumber.of(command, component.versions(), Bump.NONE));
        }
        return lineage;
    }

    static Decision<VersionEvent> decide(Registered component, CreateVersion command, Evidence evidence, Instant now) {
        Lineage lineage = check(component, command);
        if (!evidence.isEmpty() && !evidence.lineage().equals(lineage)) {
            throw new OutdatedPreparationException("Compared with " + evidence.lineage() + ", which is now " + lineage);
        }
        Detection detection = Detection.of(evidence, lineage);
        SemanticVersion version = NextNumber.of(command, component.versions(), asked(detection, evidence, lineage));
        refuseTaken(component, version);
        DetectedBump detected = Claim.check(component, version, detection, lineage, evidence);
        VersionCreated created = created(component, command, version, evidence, detected);
        Sizes.check(created);
        List<VersionEvent> events = new ArrayList<>(List.of(created));
        events.addAll(ChannelMoves.afterCreation(Evolution.apply(component, created), version, command.channel(), now));
        return Decision.accept(
                events, result(component, version, Claim.tooSmallAfter(version, detection, lineage), detected));
    }

    /** Without commits, a version that is asked for automatically differs in something, if not in its surfaces. */
    private static Bump asked(Detection detection, Evidence evidence, Lineage lineage) {
        if (detection.bump() != Bump.NONE || evidence.commits() != null) {
            return detection.bump();
        }
        return lineage.predecessor() == null ? Bump.MINOR : Bump.PATCH;
    }

    private static VersionCreated created(
            Registered component,
            CreateVersion command,
            SemanticVersion version,
            Evidence evidence,
            @Nullable DetectedBump detected) {
        CommitFindings commits = evidence.commits();
        List<CommitEntry> entries = commits == null ? List.of() : commits.entries();
        return new VersionCreated(
                component.component(),
                version.toString(),
                given(command.changelog())
                        ? TextRules.list("changelog", command.changelog())
                        : ChangelogLines.of(entries),
                given(command.breakingChanges())
                        ? TextRules.list("breakingChanges", command.breakingChanges())
                        : ChangelogLines.breaking(entries),
                command.run(),
                CreationRules.dependencies(command),
                CreationRules.artifacts(command),
                evidence.carried(),
                Sizes.fitting(entries),
                commits == null ? null : commits.git(),
                detected);
    }

    private static boolean given(@Nullable List<String> texts) {
        return texts != null && !texts.isEmpty();
    }

    private static Map<String, String> result(
            Registered component,
            SemanticVersion version,
            @Nullable String tooSmallAfter,
            @Nullable DetectedBump detected) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("component", component.component());
        result.put("version", version.toString());
        if (detected != null && tooSmallAfter != null) {
            result.put("warning", Claim.sentence(component.component(), version, tooSmallAfter, detected));
        }
        return result;
    }

    private static void refuseTaken(Registered component, SemanticVersion version) {
        taken(component, version).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
    }

    private static Optional<Rejection> taken(Registered component, SemanticVersion version) {
        String name = component.component();
        Optional<Rejection> used = component
                .versions()
                .find(version)
                .map(entry -> entry.life().isYanked()
                        ? Refusals.numberYanked(name, entry)
                        : Refusals.versionExists(name, entry));
        return used.isPresent()
                ? used
                : component.versions().backwardsFrom(version).map(above -> Refusals.backwards(name, version, above));
    }
}
