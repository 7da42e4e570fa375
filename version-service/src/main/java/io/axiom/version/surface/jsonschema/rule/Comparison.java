package io.axiom.version.surface.jsonschema.rule;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Budget;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Evaluator;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import io.axiom.version.surface.jsonschema.logic.Patterns;
import io.axiom.version.surface.jsonschema.logic.Satisfiability;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether every instance of one schema is one of another, for pairs of schemas, with what rules need to find out and to
 * report. The amount of work is limited; what is left is undetermined.
 */
public final class Comparison {
    static final long MAX_STEPS = 1_000_000;
    private static final int MAX_MEMBERS = 300;

    private final Assumptions assumptions;
    private final Budget budget;
    private final Patterns patterns;
    private final Evaluator evaluator;
    private final Satisfiability satisfiability;
    private final Proof proof = new Proof(this);
    private final PairMemory memory = new PairMemory();
    private final Findings all = new Findings();
    private @Nullable Findings findings = all;
    private Judgement worst = SAFE;
    private boolean swapped;
    private int depth;

    public Comparison(Assumptions assumptions) {
        this(assumptions, new Budget(MAX_STEPS));
    }

    Comparison(Assumptions assumptions, Budget budget) {
        this.assumptions = assumptions;
        this.budget = budget;
        this.patterns = new Patterns(budget);
        this.evaluator = new Evaluator(patterns, budget);
        this.satisfiability = new Satisfiability(patterns, evaluator, budget);
    }

    /** Compares two documents, after others if need be; all share the limits. */
    public void compare(Schema before, Schema now) {
        new RootRule().apply(this, before, now);
    }

    /** Notes a change found elsewhere. */
    public void add(SurfaceChange change) {
        worst = worst.or(change.judgement());
        all.add(change);
    }

    /**
     * All that was found.
     *
     * @param pointer where what concerns the whole stands
     */
    public SurfaceComparison result(String pointer) {
        if (budget.isExhausted()) {
            report(
                    UNDETERMINED,
                    "comparison-budget-exhausted",
                    pointer,
                    null,
                    null,
                    "The schemas are too intricate: after " + budget.most()
                            + " steps the comparison stopped, and what is left is undetermined.");
        }
        SurfaceComparison listed = SurfaceComparison.of(all.list(pointer));
        if (listed.verdict().compareTo(worst) >= 0) {
            return listed;
        }
        report(worst, "schema-narrowed", pointer, null, null, "The schema as a whole is narrower than before.");
        return SurfaceComparison.of(all.list(pointer));
    }

    /** Compares, and reports what is found. */
    Judgement explain(Conjunction before, Conjunction now) {
        Judgement outer = worst;
        worst = SAFE;
        Judgement judged = relate(before, now);
        worst = outer.or(judged);
        return judged;
    }

    /**
     * Reports how two parts differ, when it is known how they are judged with all that surrounds them. Answers whether that
     * is enough to explain the judgement.
     */
    boolean explainAs(Judgement judged, Conjunction before, Conjunction now) {
        if (judged == SAFE && judge(before, now) != SAFE) {
            return true;
        }
        return explain(before, now).compareTo(judged) >= 0;
    }

    /** Compares without a word. */
    Judgement judge(Conjunction before, Conjunction now) {
        return quietly(() -> relate(before, now));
    }

    /** Whether all instances of a schema now are of a schema before. */
    Judgement judgeSwapped(Conjunction now, Conjunction before) {
        boolean outer = swapped;
        swapped = !outer;
        try {
            return judge(now, before);
        } finally {
            swapped = outer;
        }
    }

    /** For schemas of a part of the instance: a property, an item. */
    <T> T inPart(Supplier<T> comparison) {
        depth++;
        try {
            return comparison.get();
        } finally {
            depth--;
        }
    }

    void report(
            Judgement judgement,
            String rule,
            String path,
            @Nullable Object previous,
            @Nullable Object current,
            String sentence) {
        worst = worst.or(judgement);
        if (findings != null) {
            findings.add(new SurfaceChange(
                    rule, judgement, path, ValueText.of(previous), ValueText.of(current), false, sentence));
        }
    }

    void addition(String rule, String path, @Nullable Object previous, @Nullable Object current, String sentence) {
        if (findings != null) {
            findings.add(
                    new SurfaceChange(rule, SAFE, path, ValueText.of(previous), ValueText.of(current), true, sentence));
        }
    }

    boolean isQuiet() {
        return findings == null;
    }

    Assumptions assumptions() {
        return swapped ? Assumptions.VALIDITY : assumptions;
    }

    ObjectShape promised(Conjunction schema) {
        return ObjectShape.promised(schema, patterns);
    }

    ObjectShape demanded(Conjunction schema) {
        return ObjectShape.demanded(schema, patterns);
    }

    Patterns patterns() {
        return patterns;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Satisfiability satisfiability() {
        return satisfiability;
    }

    private Judgement quietly(Supplier<Judgement> comparison) {
        Findings outerFindings = findings;
        Judgement outerWorst = worst;
        findings = null;
        worst = SAFE;
        try {
            return comparison.get();
        } finally {
            findings = outerFindings;
            worst = outerWorst;
        }
    }

    private Judgement relate(Conjunction before, Conjunction now) {
        if (Sameness.holds(before, now)) {
            return SAFE;
        }
        if (Extremes.apply(this, before, now)) {
            return worst;
        }
        Pair pair = new Pair(before, now, swapped);
        Judgement earlier = findings == null ? memory.judged(pair) : findings.explained(pair);
        if (earlier != null) {
            return earlier;
        }
        return switch (memory.meet(pair, depth)) {
            case DEEPER -> SAFE;
            case ENDLESS -> {
                report(
                        UNDETERMINED,
                        "recursion-not-followed",
                        now.pointer(),
                        null,
                        null,
                        "The schema refers to itself in a way that is not followed further.");
                yield UNDETERMINED;
            }
            case NEW -> affords(before, now) ? follow(pair) : UNDETERMINED;
        };
    }

    private boolean affords(Conjunction before, Conjunction now) {
        if (before.members().size() > MAX_MEMBERS || now.members().size() > MAX_MEMBERS) {
            report(
                    UNDETERMINED,
                    "too-many-schemas-together",
                    now.pointer(),
                    null,
                    null,
                    "More than " + MAX_MEMBERS + " schemas hold for one value here; that is not followed.");
            return false;
        }
        return budget.spend(1L + before.weight() + now.weight());
    }

    private Judgement follow(Pair pair) {
        PairMemory.Visit visit = memory.enter(pair, depth);
        Judgement judged = proof.isPossible(pair.before()) ? attempt(pair) : rules(pair);
        memory.leave(visit, judged, findings == null);
        if (findings != null && pair.isViaReference()) {
            findings.explained(pair, judged);
        }
        return judged;
    }

    /** Rule by rule; where that finds fault, a proof over all values or branches of what was valid before may acquit. */
    private Judgement attempt(Pair pair) {
        Findings outer = findings;
        Findings own = outer == null ? null : outer.attempt();
        findings = own;
        Judgement judged = rules(pair);
        findings = outer;
        if (judged != SAFE) {
            Judgement proved = quietly(() -> proof.of(pair.before(), pair.now()));
            if (proved.compareTo(judged) < 0 && proved.compareTo(UNDETERMINED) < 0) {
                worst = proved;
                if (outer != null && own != null) {
                    outer.acceptAs(proved, own);
                }
                return proved;
            }
        }
        if (outer != null && own != null) {
            outer.accept(own);
        }
        return judged;
    }

    private Judgement rules(Pair pair) {
        for (Rule rule : Rules.ALL) {
            rule.apply(this, pair.before(), pair.now());
            if (findings == null && worst == BREAKING) {
                break;
            }
        }
        return worst;
    }
}
