package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityEvidence;
import io.axiom.language.version.upgrade.Grounds;
import io.axiom.version.compatibility.Knowledge.Statements;
import java.util.ArrayList;
import java.util.List;

/** Answers for one pair of versions, with all evidence. */
public final class Assessor {
    private static final int MOST_EVIDENCE = 100;

    private final Knowledge knowledge;
    private final Verdicts verdicts;

    public Assessor(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.verdicts = new Verdicts(knowledge);
    }

    public Compatibility assess(int from, int to) {
        return assess(from, to, verdicts.verdict(from, to));
    }

    /** @param verdict as {@link Verdicts} has it */
    public Compatibility assess(int from, int to, Verdict verdict) {
        return new Compatibility(
                knowledge.component(),
                knowledge.version(from).toString(),
                knowledge.version(to).toString(),
                verdict.level(),
                verdict.risk(),
                Preparations.downtimeMinutes(knowledge.statements(from, to), verdict.level()),
                Preparations.requiredActions(knowledge, from, to, verdict.level()),
                verdict.grounds(),
                evidence(from, to, verdict));
    }

    private List<CompatibilityEvidence> evidence(int from, int to, Verdict verdict) {
        List<CompatibilityEvidence> evidence = new ArrayList<>();
        Rule rule = knowledge.lines().rule(from, to);
        boolean retired =
                from != to && verdict.level() == CompatibilityLevel.DEPRECATED && verdict.grounds() == Grounds.RULE;
        add(
                evidence,
                rule.verdict(),
                verdict.grounds() == Grounds.RULE && !retired,
                rule.sentence(knowledge.version(from), knowledge.version(to)));
        lives(evidence, from, to, retired);
        Verdict found = from < to ? knowledge.changes().verdictsTo(to)[from] : null;
        if (found != null) {
            knowledge
                    .changes()
                    .sentences(from, to)
                    .forEach(sentence -> add(evidence, found, verdict.grounds() == Grounds.DETECTED, sentence));
        }
        said(evidence, knowledge.statements(from, to), verdict);
        return evidence.size() <= MOST_EVIDENCE ? evidence : shortened(evidence);
    }

    private void lives(List<CompatibilityEvidence> evidence, int from, int to, boolean decides) {
        Release target = knowledge.release(to);
        if (target.life().status() != Status.ACTIVE) {
            Verdict verdict = new Verdict(
                    CompatibilityLevel.DEPRECATED, Verdicts.riskOf(target.life().status()), Grounds.RULE);
            add(evidence, verdict, decides, target.life().sentence(target.version()) + ".");
        }
        Release start = knowledge.release(from);
        if (from != to && start.life().status() != Status.ACTIVE) {
            add(
                    evidence,
                    Verdict.usual(CompatibilityLevel.DEPRECATED, Grounds.RULE),
                    false,
                    start.life().sentence(start.version()) + ", so leaving it is due.");
        }
    }

    private static void said(List<CompatibilityEvidence> evidence, Statements said, Verdict verdict) {
        CompatibilityDeclared declared = said.declared();
        Verdict ofDeclaration = Verdicts.ofDeclaration(said);
        if (declared != null && ofDeclaration != null) {
            add(
                    evidence,
                    ofDeclaration,
                    verdict.grounds() == Grounds.DECLARED,
                    "Declared " + declared.level().word() + ": " + declared.reason());
        }
        for (TestResultRecorded result : said.tested().values()) {
            Verdict ofResult = Verdict.usual(
                    result.passed() ? CompatibilityLevel.COMPATIBLE : CompatibilityLevel.BREAKING, Grounds.TESTED);
            add(
                    evidence,
                    ofResult,
                    ofResult.level() == verdict.level() && verdict.grounds() == Grounds.TESTED,
                    "The tests " + result.suite() + (result.passed() ? " passed" : " failed")
                            + (result.link() == null ? "." : ": " + result.link()));
        }
    }

    private static void add(List<CompatibilityEvidence> evidence, Verdict says, boolean decides, String sentence) {
        evidence.add(new CompatibilityEvidence(says.grounds(), says.level(), says.risk(), decides, sentence));
    }

    /** The first of what is too much; what decides stays. */
    private static List<CompatibilityEvidence> shortened(List<CompatibilityEvidence> evidence) {
        List<CompatibilityEvidence> shortened = new ArrayList<>(evidence.subList(0, MOST_EVIDENCE));
        evidence.stream()
                .skip(MOST_EVIDENCE)
                .filter(CompatibilityEvidence::decides)
                .limit(1)
                .forEach(shortened::add);
        return shortened;
    }
}
