package io.axiom.version.resolution;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.semver.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds one version per component such that every dependency holds, or says why there is none. The same request always gives
 * the same answer, after a bounded number of steps.
 */
public final class Resolver {
    /** Far more than 10,000 versions need unless they are at the border between solvable and not; half a second of work. */
    public static final long USUAL_STEPS = 4_000_000;

    private static final int LEAST_SHARE_FOR_EXPLAINING = 4;

    private final long steps;

    public Resolver() {
        this(USUAL_STEPS);
    }

    /** @param steps how much may be done before giving up */
    public Resolver(long steps) {
        this.steps = steps;
    }

    /**
     * @param known every version of every component that can be reached; a component that is missing has no versions
     * @throws RejectedException {@code resolution.too-hard} when the search takes too many steps
     */
    public Resolution resolve(Map<String, List<Candidate>> known, Wanted wanted) {
        Problem problem = ProblemReader.read(known, wanted);
        Budget budget = new Budget(steps);
        return switch (new Search(problem, budget).run()) {
            case Search.Outcome.Found found ->
                new Resolution.Solved(named(problem, Polish.polish(problem, found.choices())));
            case Search.Outcome.Refuted refuted -> impossible(problem, refuted.proof(), budget);
            case Search.Outcome.GivenUp givenUp -> throw new RejectedException(tooHard(problem, givenUp));
        };
    }

    private Resolution impossible(Problem problem, Incompatibility contradiction, Budget budget) {
        Budget explaining = new Budget(Math.max(budget.left(), steps / LEAST_SHARE_FOR_EXPLAINING));
        SmallestCore.Core core = new SmallestCore(problem, explaining).of(contradiction);
        return new Resolution.Impossible(new ExplanationWriter(problem, core).write());
    }

    private static SortedMap<String, SemanticVersion> named(Problem problem, List<Integer> choices) {
        SortedMap<String, SemanticVersion> named = new TreeMap<>();
        for (int component = 1; component < choices.size(); component++) {
            int choice = choices.get(component);
            if (choice != Choices.LEFT_OUT) {
                named.put(problem.names().get(component), problem.version(component, choice));
            }
        }
        return named;
    }

    private Rejection tooHard(Problem problem, Search.Outcome.GivenUp givenUp) {
        String stuckAt = givenUp.stuckAt().stream().map(problem.names()::get).collect(Collectors.joining(", "));
        return new Rejection(
                "resolution.too-hard",
                Rejection.Kind.UNPROCESSABLE,
                "Neither a solution nor a proof that there is none was found within %,d steps, among %,d components. Most of the conflicts were about %s."
                        .formatted(steps, problem.size() - 1, stuckAt),
                "Pin these components or narrow their ranges, or ask for fewer at once.",
                Map.of("stuckAt", stuckAt));
    }
}
