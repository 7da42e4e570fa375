package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Alternatives;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.FiniteValues;
import io.axiom.version.surface.jsonschema.logic.Truth;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Proofs that go through all that was valid before, case by case: each listed value, or each branch of alternatives. They
 * acquit schemas the rules, which go keyword by keyword, find fault with.
 */
final class Proof {
    private static final int MAX_VALUES = 10_000;
    private static final int MAX_SPLITS = 3;
    private static final int MAX_ALTERNATIVES = 8;

    private final Comparison in;
    private int splits;

    Proof(Comparison in) {
        this.in = in;
    }

    boolean isPossible(Conjunction before) {
        return !before.alternatives().isEmpty() || FiniteValues.of(before) != null;
    }

    /** The best that can be proved. */
    Judgement of(Conjunction before, Conjunction now) {
        List<JsonNode> values = FiniteValues.of(before);
        if (values != null && values.size() <= MAX_VALUES && allValid(values, now)) {
            return Judgement.SAFE;
        }
        Judgement best = Judgement.BREAKING;
        if (splits < MAX_SPLITS) {
            splits++;
            for (Alternatives alternatives :
                    before.alternatives().stream().limit(MAX_ALTERNATIVES).toList()) {
                Judgement split = branchByBranch(before, alternatives, now);
                best = split.compareTo(best) < 0 ? split : best;
                if (best == Judgement.SAFE) {
                    break;
                }
            }
            splits--;
        }
        return best;
    }

    private boolean allValid(List<JsonNode> values, Conjunction now) {
        return values.stream().allMatch(value -> in.evaluator().valid(now, value) == Truth.TRUE);
    }

    private Judgement branchByBranch(Conjunction before, Alternatives alternatives, Conjunction now) {
        Judgement worst = Judgement.SAFE;
        for (List<Schema> branch : alternatives.branches()) {
            worst = worst.or(in.judge(before.with(alternatives, branch), now));
            if (worst == Judgement.BREAKING) {
                break;
            }
        }
        return worst;
    }
}
