package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Makes a solution as new as it gets one component at a time, and leaves out what nothing needs. What PubGrub finds is near that,
 * but a version passed over on the way to the solution may fit in the end.
 */
final class Polish {
    private final Problem problem;
    private final int[] choices;
    private final List<List<Incompatibility>> about = new ArrayList<>();

    private Polish(Problem problem, List<Integer> solution) {
        this.problem = problem;
        this.choices = solution.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < problem.size(); i++) {
            about.add(new ArrayList<>());
        }
        for (Incompatibility fact : problem.facts()) {
            fact.terms().forEach(term -> about.get(term.component()).add(fact));
        }
    }

    /** @return a solution in which no component could be newer with all others as they are */
    static List<Integer> polish(Problem problem, List<Integer> solution) {
        Polish polish = new Polish(problem, solution);
        do {
            polish.leaveOutUnneeded();
        } while (polish.raised());
        return Arrays.stream(polish.choices).boxed().toList();
    }

    private boolean raised() {
        boolean raised = false;
        for (int component = 1; component < choices.length; component++) {
            if (choices[component] != Choices.LEFT_OUT) {
                raised |= raise(component);
            }
        }
        return raised;
    }

    private boolean raise(int component) {
        int present = choices[component];
        Choices preferred = problem.preferred().get(component);
        int newest = problem.versions().get(component).size();
        for (int choice = newest; choice > 0; choice--) {
            boolean better = preferred.contains(choice) == preferred.contains(present)
                    ? choice > present
                    : preferred.contains(choice);
            choices[component] = choice;
            if (better && holds(component)) {
                return true;
            }
        }
        choices[component] = present;
        return false;
    }

    private boolean holds(int component) {
        for (Incompatibility fact : about.get(component)) {
            if (isTrue(fact)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(Incompatibility fact) {
        for (Term term : fact.terms()) {
            if (!term.choices().contains(choices[term.component()])) {
                return false;
            }
        }
        return true;
    }

    private void leaveOutUnneeded() {
        boolean[] needed = new boolean[choices.length];
        Deque<Integer> open = new ArrayDeque<>();
        needed[Problem.ROOT] = true;
        open.add(Problem.ROOT);
        while (!open.isEmpty()) {
            int component = open.remove();
            for (Incompatibility fact : about.get(component)) {
                int on = neededBy(component, fact);
                if (!needed[on]) {
                    needed[on] = true;
                    open.add(on);
                }
            }
        }
        for (int component = 1; component < choices.length; component++) {
            choices[component] = needed[component] ? choices[component] : Choices.LEFT_OUT;
        }
    }

    private int neededBy(int component, Incompatibility fact) {
        Fact known = fact.cause() instanceof Incompatibility.Cause.Known cause ? cause.fact() : null;
        return switch (known) {
            case Fact.Asked asked when component == Problem.ROOT -> asked.component();
            case Fact.Pinned pinned when component == Problem.ROOT -> pinned.component();
            case Fact.Depends depends
            when depends.component() == component && depends.versions().contains(choices[component]) -> depends.on();
            case null, default -> Problem.ROOT;
        };
    }
}
