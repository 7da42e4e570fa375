package io.axiom.version.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been decided and what followed, in order: PubGrub's partial solution. */
final class Trail {
    static final int NONE = -1;

    private final Choices[] everything;
    private final Choices[] domains;
    private final boolean[] required;
    private final int[] lastOf;
    private final List<Entry> entries = new ArrayList<>();
    private int level;

    /**
     * One narrowing of a component's choices.
     *
     * @param said what the entry says by itself, without the entries before it
     * @param after what the component may be from here on
     * @param cause what made it follow; null when it was decided
     * @param previous the entry before it about the same component, or NONE
     */
    record Entry(
            int component,
            Choices said,
            Choices after,
            @Nullable Incompatibility cause,
            int level,
            int previous) {}

    Trail(Problem problem) {
        everything = problem.everything().toArray(Choices[]::new);
        domains = everything.clone();
        required = new boolean[problem.size()];
        lastOf = new int[problem.size()];
        Arrays.fill(lastOf, NONE);
    }

    Choices domain(int component) {
        return domains[component];
    }

    boolean isRequired(int component) {
        return required[component];
    }

    int level() {
        return level;
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /** Whether the component may not be left out from here on, but might before. */
    boolean makesRequired(int index) {
        Entry entry = entries.get(index);
        return !entry.after().mayBeLeftOut()
                && (entry.previous() == NONE
                        || entries.get(entry.previous()).after().mayBeLeftOut());
    }

    /** Whether nothing later narrows the same component. */
    boolean isLatest(int index) {
        return lastOf[entries.get(index).component()] == index;
    }

    void decide(int component, Choices choice) {
        level++;
        add(component, choice, null);
    }

    void derive(int component, Choices said, Incompatibility cause) {
        add(component, said, cause);
    }

    private void add(int component, Choices said, @Nullable Incompatibility cause) {
        Choices after = domains[component].and(said);
        entries.add(new Entry(component, said, after, cause, level, lastOf[component]));
        domains[component] = after;
        required[component] = !after.mayBeLeftOut();
        lastOf[component] = entries.size() - 1;
    }

    void backTo(int earlier) {
        while (!entries.isEmpty() && entries.getLast().level() > earlier) {
            Entry undone = entries.removeLast();
            lastOf[undone.component()] = undone.previous();
            domains[undone.component()] = undone.previous() == NONE
                    ? everything[undone.component()]
                    : entries.get(undone.previous()).after();
            required[undone.component()] = !domains[undone.component()].mayBeLeftOut();
        }
        level = earlier;
    }

    boolean satisfies(Incompatibility.Term term) {
        return domains[term.component()].isSubsetOf(term.choices());
    }

    /** The first entry from which on the component is certainly one of {@code choices}, given that it is now. */
    int satisfier(int component, Choices choices) {
        int index = lastOf[component];
        while (true) {
            int previous = entries.get(index).previous();
            if (previous == NONE || !entries.get(previous).after().isSubsetOf(choices)) {
                return index;
            }
            index = previous;
        }
    }

    /** The first entry from which on the component is certainly none of {@code choices}, given that it is now. */
    int excluder(int component, Choices choices) {
        return satisfier(component, choices.complement());
    }
}
