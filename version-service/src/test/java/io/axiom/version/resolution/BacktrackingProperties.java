package io.axiom.version.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The resolver against plain backtracking, on registries with many dead ends, some with more versions than fit into a word. */
class BacktrackingProperties {
    /** Where backtracking takes longer, nothing is compared. */
    private static final int MOST_STEPS = 50_000;

    private int steps;
    private final Map<String, List<Candidate>> known = new LinkedHashMap<>();

    @Property(tries = 1_000)
    void findsASolutionExactlyWhenBacktrackingDoes(
            @ForAll long seed, @ForAll @IntRange(min = 6, max = 12) int components) {
        known.clear();
        steps = 0;
        Random random = new Random(seed);
        int versions = random.nextInt(20) == 0 ? 70 : 2 + random.nextInt(4);
        for (int component = 0; component < components; component++) {
            known.put("c" + component, candidates(random, versions, components));
        }
        Wanted wanted = Registry.wanted("c0 *", "c1 *", "c2 >=1.1.0");

        List<Dependency> open = new ArrayList<>();
        wanted.ranges().forEach((component, range) -> open.add(new Dependency(component, range)));
        boolean solvable = search(new HashMap<>(), open, 0);
        Assume.that(steps < MOST_STEPS);

        assertThat(new Resolver().resolve(known, wanted) instanceof Resolution.Solved solved && holds(solved, wanted))
                .isEqualTo(solvable);
    }

    private static List<Candidate> candidates(Random random, int versions, int components) {
        List<Candidate> candidates = new ArrayList<>();
        for (int version = 0; version < versions; version++) {
            List<Dependency> needs = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int from = random.nextInt(versions);
                String range = random.nextBoolean() ? ">=1." + from + " <1." + (from + 2) : "<=1." + from + ".0";
                needs.add(new Dependency("c" + random.nextInt(components), VersionRange.parse(range)));
            }
            candidates.add(Candidate.usable(SemanticVersion.of(1, version, 0), needs));
        }
        return candidates;
    }

    private boolean search(Map<String, SemanticVersion> chosen, List<Dependency> needs, int met) {
        if (met == needs.size() || ++steps >= MOST_STEPS) {
            return true;
        }
        Dependency need = needs.get(met);
        SemanticVersion present = chosen.get(need.component());
        if (present != null) {
            return need.range().contains(present) && search(chosen, needs, met + 1);
        }
        for (Candidate candidate : known.get(need.component())) {
            if (need.range().contains(candidate.version())) {
                chosen.put(need.component(), candidate.version());
                List<Dependency> more = new ArrayList<>(needs);
                more.addAll(candidate.dependencies());
                if (search(chosen, more, met + 1)) {
                    return true;
                }
                chosen.remove(need.component());
            }
        }
        return false;
    }

    private boolean holds(Resolution.Solved solved, Wanted wanted) {
        return wanted.ranges().entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().contains(solved.versions().get(entry.getKey())))
                && solved.versions().entrySet().stream()
                        .allMatch(entry -> known.get(entry.getKey()).stream()
                                .filter(candidate -> candidate.version().equals(entry.getValue()))
                                .flatMap(candidate -> candidate.dependencies().stream())
                                .allMatch(need -> solved.versions().containsKey(need.component())
                                        && need.range()
                                                .contains(solved.versions().get(need.component()))));
    }
}
