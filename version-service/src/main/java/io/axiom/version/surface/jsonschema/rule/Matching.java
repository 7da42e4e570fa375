package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Alternatives;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which alternative now allows all of which alternative before. */
final class Matching {
    private static final int NONE = -1;

    private final Comparison in;
    private final Conjunction before;
    private final Alternatives known;
    private final List<Conjunction> options;
    private int @Nullable [] matches;

    Matching(Comparison in, Conjunction before, Alternatives known, List<Conjunction> options) {
        this.in = in;
        this.before = before;
        this.known = known;
        this.options = options;
    }

    Alternatives known() {
        return known;
    }

    boolean isComplete() {
        for (int branch = 0; branch < known.branches().size(); branch++) {
            if (find(branch) == NONE) {
                return false;
            }
        }
        return true;
    }

    /** The options that match some branch. */
    List<Integer> options() {
        return Arrays.stream(all()).filter(option -> option != NONE).boxed().toList();
    }

    int optionOf(int branch) {
        return all()[branch];
    }

    /** The instances of one branch, with all else that held for them. */
    Conjunction instances(int branch) {
        return before.with(known, known.branches().get(branch));
    }

    /** The schemas of one branch alone. */
    Conjunction alone(int branch) {
        List<Schema> schemas = known.branches().get(branch);
        return Conjunction.of(
                schemas,
                schemas.isEmpty() ? before.pointer() : schemas.getFirst().pointer());
    }

    /** Reports how each branch differs from the option it is matched with, where it is enough to look at the two alone. */
    void explain() {
        for (int branch = 0; branch < known.branches().size(); branch++) {
            if (isExplainable(branch)) {
                in.explain(alone(branch), options.get(optionOf(branch)));
            }
        }
    }

    /** An option that is matched only with a risk, which the explanation does not mention. */
    Optional<Conjunction> firstRisky(boolean explained) {
        return IntStream.range(0, known.branches().size())
                .filter(branch -> !(explained && isExplainable(branch)))
                .filter(branch -> judged(branch) != Judgement.SAFE)
                .mapToObj(branch -> options.get(optionOf(branch)))
                .findFirst();
    }

    private boolean isExplainable(int branch) {
        return allows(alone(branch), options.get(optionOf(branch)));
    }

    private Judgement judged(int branch) {
        Conjunction option = options.get(optionOf(branch));
        Judgement alone = in.judge(alone(branch), option);
        return alone == Judgement.SAFE ? alone : in.judge(instances(branch), option);
    }

    void reportUnmatched(String rule, String path) {
        List<Integer> taken = new ArrayList<>();
        for (int branch = 0; branch < known.branches().size(); branch++) {
            taken.add(find(branch));
        }
        for (int branch = 0; branch < known.branches().size(); branch++) {
            if (taken.get(branch) == NONE) {
                unmatched(branch, taken, rule, path);
            }
        }
    }

    private void unmatched(int branch, List<Integer> taken, String rule, String path) {
        Judgement judged = Judgement.BREAKING;
        for (Conjunction option : options) {
            Judgement one = in.judge(instances(branch), option);
            judged = one.compareTo(judged) < 0 ? one : judged;
        }
        boolean counterpart = branch < options.size() && !taken.contains(branch);
        if (counterpart) {
            in.explainAs(judged, alone(branch), options.get(branch));
        }
        List<Schema> schemas = known.branches().get(branch);
        in.report(
                judged,
                rule + (counterpart ? "-alternative-narrowed" : "-alternative-removed"),
                counterpart ? options.get(branch).pointer() : path,
                schemas.isEmpty() ? null : schemas.getFirst().node(),
                counterpart && !options.get(branch).members().isEmpty()
                        ? options.get(branch).members().getFirst().node()
                        : null,
                counterpart
                        ? "Not all that one of the alternatives allowed is allowed by any of them now."
                        : "One of the alternatives is gone, and no other allows all that it did.");
    }

    private int[] all() {
        isComplete();
        return table();
    }

    private int[] table() {
        if (matches == null) {
            matches = new int[known.branches().size()];
            Arrays.fill(matches, Integer.MIN_VALUE);
        }
        return matches;
    }

    private int find(int branch) {
        int[] table = table();
        if (table[branch] == Integer.MIN_VALUE) {
            table[branch] = search(branch);
        }
        return table[branch];
    }

    private int search(int branch) {
        Conjunction alone = alone(branch);
        if (branch < options.size() && allows(alone, options.get(branch))) {
            return branch;
        }
        for (int option = 0; option < options.size(); option++) {
            if (allows(alone, options.get(option))) {
                return option;
            }
        }
        Conjunction instances = instances(branch);
        for (int option = 0; option < options.size(); option++) {
            if (allows(instances, options.get(option))) {
                return option;
            }
        }
        return NONE;
    }

    private boolean allows(Conjunction promised, Conjunction option) {
        return in.judge(promised, option).compareTo(Judgement.RISKY) <= 0;
    }
}
