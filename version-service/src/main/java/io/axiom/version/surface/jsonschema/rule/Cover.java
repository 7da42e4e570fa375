package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Alternatives;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the alternatives of one {@code anyOf} or {@code oneOf} now cover what was valid before. */
final class Cover {
    private final Comparison in;
    private final Conjunction before;
    private final Alternatives demanded;
    private final List<Conjunction> options;

    Cover(Comparison in, Conjunction before, Alternatives demanded) {
        this.in = in;
        this.before = before;
        this.demanded = demanded;
        this.options = demanded.branches().stream()
                .map(branch -> Conjunction.of(branch, branch.getFirst().pointer()))
                .toList();
    }

    static String rule(String keyword) {
        return keyword.equals("anyOf") ? "any-of" : "one-of";
    }

    void report() {
        List<Matching> matchings = before.alternatives().stream()
                .sorted(Comparator.comparing(this::distance))
                .map(known -> new Matching(in, before, known, options))
                .toList();
        for (Matching matching : matchings) {
            if (matching.isComplete()) {
                matched(matching);
                return;
            }
        }
        int whole = whole();
        if (whole >= 0) {
            if (in.judge(before, options.get(whole)) == Judgement.RISKY) {
                risky(options.get(whole));
            }
            exclusive(Exclusivity.ofWhole(in, before, options, whole), null);
            return;
        }
        Matching closest = matchings.stream()
                .filter(matching -> matching.known().isListed())
                .findFirst()
                .orElse(null);
        if (closest == null) {
            in.report(
                    options.stream()
                            .map(option -> in.judge(before, option))
                            .min(Comparator.naturalOrder())
                            .orElse(Judgement.BREAKING),
                    rule(demanded.keyword()) + "-added",
                    path(),
                    null,
                    demanded.source().get(demanded.keyword()),
                    "Values must now be of one of several alternatives, none of which allows all that was valid.");
        } else {
            closest.reportUnmatched(rule(demanded.keyword()), path());
        }
    }

    /** Alternatives of the same keyword and number correspond most likely. */
    private int distance(Alternatives known) {
        int distance = known.keyword().equals(demanded.keyword()) ? 0 : known.isListed() ? 2 : 4;
        return distance + (known.branches().size() == demanded.branches().size() ? 0 : 1);
    }

    private int whole() {
        return IntStream.range(0, options.size())
                .filter(index -> allowsAll(options.get(index)))
                .findFirst()
                .orElse(-1);
    }

    private void matched(Matching matching) {
        boolean explains = !in.isQuiet() && matching.known().isListed();
        if (explains) {
            matching.explain();
        }
        matching.firstRisky(explains).ifPresent(this::risky);
        if (matching.known().isListed()) {
            List<Integer> added =
                    new ArrayList<>(IntStream.range(0, options.size()).boxed().toList());
            added.removeAll(matching.options());
            for (int index : added) {
                in.addition(
                        rule(demanded.keyword()) + "-alternative-added",
                        options.get(index).pointer(),
                        null,
                        node(index),
                        "There is a further alternative now.");
            }
            if (!matching.known().keyword().equals(demanded.keyword())) {
                in.report(
                        Judgement.SAFE,
                        rule(matching.known().keyword()) + "-became-" + rule(demanded.keyword()),
                        path(),
                        matching.known().keyword(),
                        demanded.keyword(),
                        "The alternatives stand under \"" + demanded.keyword() + "\" now.");
            }
        }
        if (demanded.isOneOf()) {
            exclusive(Exclusivity.ofMatching(in, before, options, matching), matching.known());
        }
    }

    private void exclusive(boolean proved, @Nullable Alternatives known) {
        if (proved || !demanded.isOneOf()) {
            return;
        }
        boolean wasOneOf = known != null && known.isOneOf();
        boolean wasAnyOf = known != null && known.keyword().equals("anyOf");
        boolean twice = known == null
                && options.stream().filter(this::allowsAll).limit(2).count() > 1;
        in.report(
                wasOneOf ? Judgement.RISKY : wasAnyOf || twice ? Judgement.BREAKING : Judgement.UNDETERMINED,
                wasOneOf ? "one-of-may-overlap" : wasAnyOf ? "one-of-excludes-overlap" : "one-of-added",
                path(),
                known == null ? null : known.source().get(known.keyword()),
                demanded.source().get(demanded.keyword()),
                wasAnyOf
                        ? "Values must now be of exactly one alternative; before, they could be of several."
                        : twice
                                ? "Values must be of exactly one alternative, but several allow all that was valid."
                                : "Values must be of exactly one alternative, and some may be of several now.");
    }

    private boolean allowsAll(Conjunction option) {
        return in.judge(before, option).compareTo(Judgement.RISKY) <= 0;
    }

    private void risky(Conjunction option) {
        in.report(
                Judgement.RISKY,
                rule(demanded.keyword()) + "-alternative-risky",
                option.pointer(),
                null,
                null,
                "An alternative allows what it did but for what its own alternatives may have in common now.");
    }

    private String path() {
        return Pointers.child(demanded.source().pointer(), demanded.keyword());
    }

    private @Nullable Object node(int index) {
        List<Schema> branch = demanded.branches().get(index);
        return branch.isEmpty() ? null : branch.getFirst().node();
    }
}
