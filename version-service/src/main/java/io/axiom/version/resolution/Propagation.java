package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the conclusions of what is known and decided: PubGrub's unit propagation. An incompatibility is looked at only when one
 * of the two terms it watches becomes true, as SAT solvers do (two watched literals, Chaff, 2001).
 */
final class Propagation {
    private static final int WATCHERS_PER_STEP = 8;

    private final Trail trail;
    private final Budget budget;
    private final Watchers[] watchers;
    /** Whether the first 64 choices are all. */
    private final boolean[] isShort;

    private final List<List<Need>> needs = new ArrayList<>();
    private int next;

    /** When the first term is true, the second is not; the second says what a version does not work with. */
    record Need(Term when, Term unfit, Incompatibility fact) {}

    Propagation(Problem problem, Trail trail, Budget budget) {
        this.trail = trail;
        this.budget = budget;
        this.watchers = new Watchers[problem.size()];
        this.isShort = new boolean[problem.size()];
        Arrays.setAll(watchers, _ -> new Watchers());
        for (int component = 0; component < problem.size(); component++) {
            needs.add(new ArrayList<>(0));
            isShort[component] = problem.versions().get(component).size() < Long.SIZE;
        }
    }

    /** What the versions of a component need. */
    List<Need> needsOf(int component) {
        return needs.get(component);
    }

    void know(Incompatibility fact) {
        List<Term> terms = fact.terms();
        if (terms.size() == 1) {
            forbid(terms.getFirst(), fact);
        } else if (terms.getFirst().component() == Problem.ROOT) {
            watch(fact, terms.getFirst(), terms.getLast());
        } else if (terms.getFirst().isPositive()) {
            watchNeed(new Need(terms.getFirst(), terms.getLast(), fact));
        } else {
            watchNeed(new Need(terms.getLast(), terms.getFirst(), fact));
        }
    }

    /**
     * That some versions of a component that may be left out do not fit is not concluded before it is known to be needed, for
     * most never are.
     */
    private void watchNeed(Need need) {
        Watched watched = new Watched(need.fact(), need.when(), need.unfit());
        int component = need.when().component();
        watch(watched, need.when());
        watchers[need.unfit().component()].addNeedOf(
                component, watched, need.unfit().choices());
        needs.get(component).add(need);
    }

    /** Watches beside the forbidden term the one that was last to become true, for it is the first to be open again. */
    void learn(Incompatibility learned, Term forbidden) {
        Term latest = null;
        int latestAt = Trail.NONE;
        for (Term term : learned.terms()) {
            if (term.component() != forbidden.component()) {
                int at = trail.satisfier(term.component(), term.choices());
                latest = at > latestAt ? term : latest;
                latestAt = Math.max(at, latestAt);
            }
        }
        if (latest != null) {
            watch(learned, forbidden, latest);
        }
    }

    private void watch(Incompatibility incompatibility, Term first, Term second) {
        Watched watched = new Watched(incompatibility, first, second);
        watch(watched, first);
        watch(watched, second);
    }

    private void watch(Watched watched, Term term) {
        watchers[term.component()].add(watched, term.choices());
    }

    void forbid(Term term, Incompatibility cause) {
        if (!trail.domain(term.component()).isDisjointFrom(term.choices())) {
            trail.derive(term.component(), term.choices().complement(), cause);
        }
    }

    void backTo(int level) {
        trail.backTo(level);
        next = Math.min(next, trail.size());
    }

    /** Returns an incompatibility all of whose terms have become true, if any. */
    @Nullable
    Incompatibility run() {
        while (next < trail.size()) {
            int index = next++;
            int component = trail.entry(index).component();
            if (trail.makesRequired(index)) {
                leaveWhatIsUnfit(component);
            }
            Incompatibility conflict = trail.isLatest(index) ? visitWatchers(component) : null;
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private @Nullable Incompatibility visitWatchers(int component) {
        Watchers list = watchers[component];
        long domain = trail.domain(component).first64();
        budget.spend(1 + list.size() / WATCHERS_PER_STEP);
        int index = list.next(0, domain, trail);
        while (index < list.size()) {
            Watched watched = list.get(index);
            if (isShort[component] || trail.satisfies(watched.watchedOf(component))) {
                Term moved = watched.moveFrom(component, trail);
                if (moved != null) {
                    watch(watched, moved);
                    list.remove(index);
                    index = list.next(index, domain, trail);
                    continue;
                }
                Term last = watched.otherThan(component);
                if (trail.satisfies(last)) {
                    return watched.incompatibility();
                }
                forbid(last, watched.incompatibility());
            }
            index = list.next(index + 1, domain, trail);
        }
        return null;
    }

    private void leaveWhatIsUnfit(int component) {
        List<Need> all = needs.get(component);
        budget.spend(1 + all.size() / WATCHERS_PER_STEP);
        for (Need need : all) {
            if (trail.satisfies(need.unfit())) {
                forbid(need.when(), need.fact());
            }
        }
    }
}
