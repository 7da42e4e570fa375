package io.axiom.version.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The resolver against one that tries everything, on small random registries. */
class ResolverProperties {
    private static final int COMPONENTS = 5;
    private static final String[] NUMBERS = {"1.0.0", "1.1.0", "2.0.0-rc.1", "2.0.0"};
    private static final String[] RANGES = {"^1.0.0", "^2.0.0", "1.0.0", ">=1.1.0", "*", ">=2.0.0-0", "<1.1.0", "^3.0.0"
    };

    private final Map<String, List<Candidate>> known = new LinkedHashMap<>();
    private final Map<String, VersionRange> wanted = new LinkedHashMap<>();
    private final Map<String, SemanticVersion> pins = new LinkedHashMap<>();

    @Property(tries = 3_000)
    void thereIsASolutionExactlyWhenTryingEverythingFindsOne(@ForAll long seed) {
        generate(new Random(seed));
        Wanted request = new Wanted(wanted, pins);

        switch (new Resolver().resolve(known, request)) {
            case Resolution.Solved solved -> {
                assertThat(holds(solved.versions())).isTrue();
                assertNothingCouldBeNewerOrLeftOut(solved.versions());
            }
            case Resolution.Impossible impossible -> {
                assertThat(solutions(new HashMap<>(), new ArrayList<>(known.keySet())))
                        .isEmpty();
                assertThat(impossible.explanation().minimal()).isTrue();
                assertThat(impossible.explanation().lines()).isNotEmpty();
                assertThat(impossible.explanation().lines().getLast().text()).endsWith("no set of versions fits.");
            }
        }
    }

    /** Facts alone, without what the solver makes of them: no choice avoids them all, and leaving one out frees a choice. */
    @Property(tries = 2_000)
    void theFactsOfAnExplanationContradictEachOtherAndNoneIsSuperfluous(@ForAll long seed) {
        generate(new Random(seed));
        Problem problem = ProblemReader.read(known, new Wanted(wanted, pins));
        if (new Search(problem, new Budget(1_000_000)).run() instanceof Search.Outcome.Refuted refuted) {
            List<Incompatibility> facts = new SmallestCore(problem, new Budget(1_000_000))
                    .of(refuted.proof())
                    .facts();

            assertThat(isAvoidable(problem, facts)).isFalse();
            for (Incompatibility fact : facts) {
                List<Incompatibility> rest = new ArrayList<>(facts);
                rest.remove(fact);
                assertThat(isAvoidable(problem, rest)).isTrue();
            }
        }
    }

    private static boolean isAvoidable(Problem problem, List<Incompatibility> facts) {
        int[] choices = new int[problem.size()];
        choices[Problem.ROOT] = Problem.ASKED;
        return isAvoidable(problem, facts, choices, 1);
    }

    private static boolean isAvoidable(Problem problem, List<Incompatibility> facts, int[] choices, int component) {
        if (component == choices.length) {
            return facts.stream().noneMatch(fact -> isTrue(fact, choices));
        }
        for (int choice = 0; choice <= problem.versions().get(component).size(); choice++) {
            choices[component] = choice;
            if (isAvoidable(problem, facts, choices, component + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(Incompatibility fact, int[] choices) {
        for (Term term : fact.terms()) {
            if (!term.choices().contains(choices[term.component()])) {
                return false;
            }
        }
        return true;
    }

    private void generate(Random random) {
        known.clear();
        wanted.clear();
        pins.clear();
        for (int component = 0; component < COMPONENTS; component++) {
            List<Candidate> candidates = new ArrayList<>();
            for (String number : NUMBERS) {
                if (random.nextInt(4) > 0) {
                    candidates.add(candidate(number, random));
                }
            }
            known.put("c" + component, candidates);
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            wanted.put("c" + random.nextInt(COMPONENTS), range(random));
        }
        List<Candidate> pinnable = known.get("c" + random.nextInt(COMPONENTS));
        if (random.nextInt(4) == 0 && !pinnable.isEmpty()) {
            String name = known.entrySet().stream()
                    .filter(entry -> entry.getValue() == pinnable)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            pins.put(name, pinnable.get(random.nextInt(pinnable.size())).version());
        }
    }

    private static Candidate candidate(String number, Random random) {
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            dependencies.add(new Dependency("c" + random.nextInt(COMPONENTS + 1), range(random)));
        }
        Standing standing = Standing.values()[Math.max(0, random.nextInt(6) - 3)];
        return new Candidate(SemanticVersion.parse(number), dependencies, standing, "of no use");
    }

    private static VersionRange range(Random random) {
        return VersionRange.parse(RANGES[random.nextInt(RANGES.length)]);
    }

    private Optional<Map<String, SemanticVersion>> solutions(Map<String, SemanticVersion> chosen, List<String> open) {
        if (open.isEmpty()) {
            return holds(chosen) ? Optional.of(Map.copyOf(chosen)) : Optional.empty();
        }
        String component = open.getFirst();
        List<String> rest = open.subList(1, open.size());
        for (Candidate candidate : known.get(component)) {
            chosen.put(component, candidate.version());
            Optional<Map<String, SemanticVersion>> found = solutions(chosen, rest);
            if (found.isPresent()) {
                return found;
            }
        }
        chosen.remove(component);
        return solutions(chosen, rest);
    }

    private boolean holds(Map<String, SemanticVersion> chosen) {
        return wanted.entrySet().stream().allMatch(entry -> isMet(entry.getKey(), entry.getValue(), chosen))
                && pins.entrySet().stream().allMatch(pin -> pin.getValue().equals(chosen.get(pin.getKey())))
                && chosen.entrySet().stream().allMatch(entry -> isUsable(entry.getKey(), entry.getValue(), chosen));
    }

    private boolean isUsable(String component, SemanticVersion version, Map<String, SemanticVersion> chosen) {
        Candidate candidate = known.getOrDefault(component, List.of()).stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow();
        return (candidate.standing() != Standing.EXCLUDED || version.equals(pins.get(component)))
                && candidate.dependencies().stream()
                        .allMatch(dependency -> isMet(dependency.component(), dependency.range(), chosen));
    }

    private static boolean isMet(String component, VersionRange range, Map<String, SemanticVersion> chosen) {
        SemanticVersion version = chosen.get(component);
        return version != null && range.contains(version);
    }

    private void assertNothingCouldBeNewerOrLeftOut(Map<String, SemanticVersion> solution) {
        solution.forEach((component, version) -> {
            Map<String, SemanticVersion> changed = new HashMap<>(solution);
            changed.remove(component);
            assertThat(holds(changed)).as("without " + component).isFalse();
            known.get(component).stream()
                    .filter(candidate -> candidate.standing() == Standing.USABLE)
                    .map(Candidate::version)
                    .filter(newer -> newer.isHigherThan(version))
                    .forEach(newer -> {
                        changed.put(component, newer);
                        assertThat(holds(changed)).as("with " + newer).isFalse();
                    });
        });
    }
}
