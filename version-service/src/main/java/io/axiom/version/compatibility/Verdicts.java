package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.upgrade.Grounds;
import io.axiom.version.compatibility.Knowledge.Statements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weighs what is known: the heaviest grounds decide, and a version that is not to be used is no better than deprecated. */
public final class Verdicts {
    private final Knowledge knowledge;

    public Verdicts(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public Verdict verdict(int from, int to) {
        return verdictsTo(to)[from];
    }

    /** For going to one version from each version. */
    public Verdict[] verdictsTo(int to) {
        Verdict[] verdicts = new Verdict[knowledge.size()];
        @Nullable Verdict[] detected = knowledge.changes().verdictsTo(to);
        RiskLevel retired = riskOf(knowledge.release(to).life().status());
        for (int from = 0; from < verdicts.length; from++) {
            Verdict numbers = knowledge.lines().rule(from, to).verdict();
            Verdict found = from < to ? detected[from] : null;
            verdicts[from] = found == null ? numbers : raised(found, numbers);
        }
        knowledge.statementsTo(to).forEach((from, said) -> {
            Verdict heaviest = Objects.requireNonNullElse(ofTests(said), ofDeclaration(said));
            verdicts[from] = heaviest == null ? verdicts[from] : heaviest;
        });
        for (int from = 0; from < verdicts.length; from++) {
            verdicts[from] = retired == RiskLevel.LOW || from == to ? verdicts[from] : retired(verdicts[from], retired);
        }
        return verdicts;
    }

    /** A break that the numbers call worse is no less for having been found as well. */
    private static Verdict raised(Verdict found, Verdict numbers) {
        return found.level() == CompatibilityLevel.BREAKING && numbers.level() == CompatibilityLevel.BREAKING
                ? found.atLeast(numbers.risk())
                : found;
    }

    private static Verdict retired(Verdict verdict, RiskLevel risk) {
        boolean stands = verdict.level() == CompatibilityLevel.BREAKING
                || verdict.grounds().compareTo(Grounds.DECLARED) >= 0;
        return stands ? verdict.atLeast(risk) : new Verdict(CompatibilityLevel.DEPRECATED, risk, Grounds.RULE);
    }

    /** How risky it is to go to a version in that state, whatever else is known. */
    static RiskLevel riskOf(Status status) {
        return switch (status) {
            case ACTIVE -> RiskLevel.LOW;
            case DEPRECATED -> RiskLevel.MEDIUM;
            case ENDED -> RiskLevel.HIGH;
            case YANKED -> RiskLevel.CRITICAL;
        };
    }

    static @Nullable Verdict ofTests(Statements said) {
        if (said.tested().isEmpty()) {
            return null;
        }
        return Verdict.usual(
                said.failed() ? CompatibilityLevel.BREAKING : CompatibilityLevel.COMPATIBLE, Grounds.TESTED);
    }

    static @Nullable Verdict ofDeclaration(Statements said) {
        CompatibilityDeclared declared = said.declared();
        if (declared == null) {
            return null;
        }
        RiskLevel risk = declared.riskLevel();
        return new Verdict(
                declared.level(), risk == null ? Verdict.usualRisk(declared.level()) : risk, Grounds.DECLARED);
    }
}
