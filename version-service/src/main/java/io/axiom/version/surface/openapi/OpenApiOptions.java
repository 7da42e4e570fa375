package io.axiom.version.surface.openapi;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.openapi.rule.Catalogue;
import io.axiom.version.surface.openapi.rule.Rule;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team may decide for itself.
 *
 * @param severity whose judgement counts where the two differ
 * @param threshold operations and properties less settled than this may change freely
 * @param betaDays days that must lie between deprecation and sunset of what is beta; 0 asks for no sunset date
 * @param stableDays the same for what is stable
 * @param flattensAllOf whether {@code allOf} is merged before schemas are compared; oasdiff has it off unless asked
 * @param judgements judgements that differ from the rule's own, by rule id
 */
public record OpenApiOptions(
        Severity severity,
        StabilityLevel threshold,
        int betaDays,
        int stableDays,
        boolean flattensAllOf,
        Map<String, Judgement> judgements) {

    /** Whose judgement counts. Axiom is stricter where clients that kept to the previous document may fail. */
    public enum Severity {
        AXIOM,
        OASDIFF
    }

    public OpenApiOptions {
        judgements = Map.copyOf(judgements);
        judgements.keySet().forEach(Catalogue::rule);
    }

    public static OpenApiOptions defaults() {
        return new OpenApiOptions(Severity.AXIOM, StabilityLevel.BETA, 0, 0, true, Map.of());
    }

    /** Judges as openapi-diff does, with its switches as they are by default. */
    public static OpenApiOptions openApiDiff() {
        OpenApiOptions options = defaults()
                .judging(OpenApiDiffSwitch.ids(OpenApiDiffSwitch.COMPATIBLE), Judgement.SAFE)
                .judging(OpenApiDiffSwitch.ids(OpenApiDiffSwitch.INCOMPATIBLE), Judgement.BREAKING);
        for (OpenApiDiffSwitch each : OpenApiDiffSwitch.all()) {
            options = options.withSwitch(each, each.onByDefault());
        }
        return options;
    }

    /** Judges the rules a switch decides: breaking when it is on, safe when it is off. */
    public OpenApiOptions withSwitch(OpenApiDiffSwitch which, boolean on) {
        return judging(which.ruleIds(), on ? Judgement.BREAKING : Judgement.SAFE);
    }

    public OpenApiOptions withSeverity(Severity other) {
        return new OpenApiOptions(other, threshold, betaDays, stableDays, flattensAllOf, judgements);
    }

    public OpenApiOptions withThreshold(StabilityLevel other) {
        return new OpenApiOptions(severity, other, betaDays, stableDays, flattensAllOf, judgements);
    }

    public OpenApiOptions withDeprecationDays(int beta, int stable) {
        return new OpenApiOptions(severity, threshold, beta, stable, flattensAllOf, judgements);
    }

    public OpenApiOptions withAllOfFlattened(boolean flattens) {
        return new OpenApiOptions(severity, threshold, betaDays, stableDays, flattens, judgements);
    }

    /** Judges a rule differently; the rule must exist. */
    public OpenApiOptions withJudgement(String rule, Judgement judgement) {
        return judging(List.of(rule), judgement);
    }

    private OpenApiOptions judging(List<String> rules, Judgement judgement) {
        Map<String, Judgement> more = new TreeMap<>(judgements);
        rules.forEach(rule -> more.put(rule, judgement));
        return new OpenApiOptions(severity, threshold, betaDays, stableDays, flattensAllOf, more);
    }

    Judgement judge(Rule rule) {
        Judgement own = severity == Severity.AXIOM ? rule.judgement() : rule.oasdiff();
        return judgements.getOrDefault(rule.id(), own);
    }
}
