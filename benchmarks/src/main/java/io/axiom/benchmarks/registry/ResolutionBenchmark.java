package io.axiom.benchmarks.registry;

import io.axiom.language.RejectedException;
import io.axiom.version.resolution.Candidate;
import io.axiom.version.resolution.Resolution;
import io.axiom.version.resolution.Resolver;
import io.axiom.version.resolution.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How long 10,000 versions of 1,000 components take to resolve, or to be refused with an explanation. Arguments: how many
 * registries of each sort (20), components (1,000). The first of all runs on a cold machine and is printed too.
 */
public final class ResolutionBenchmark {
    private final int seeds;
    private final int components;

    private ResolutionBenchmark(int seeds, int components) {
        this.seeds = seeds;
        this.components = components;
    }

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int components = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        ResolutionBenchmark benchmark = new ResolutionBenchmark(seeds, components);
        Arrays.stream(RandomRegistry.values()).forEach(benchmark::measure);
    }

    private void measure(RandomRegistry sort) {
        List<Double> millis = new ArrayList<>();
        int solved = 0;
        int impossible = 0;
        int tooHard = 0;
        int longest = 0;
        int notMinimal = 0;
        for (long seed = 0; seed < seeds; seed++) {
            Map<String, List<Candidate>> known = sort.generate(seed, components);
            Wanted wanted = RandomRegistry.wanted(seed, components);
            long begin = System.nanoTime();
            try {
                switch (new Resolver().resolve(known, wanted)) {
                    case Resolution.Solved _ -> solved++;
                    case Resolution.Impossible no -> {
                        impossible++;
                        longest = Math.max(longest, no.explanation().facts().size());
                        notMinimal += no.explanation().minimal() ? 0 : 1;
                    }
                }
            } catch (RejectedException _) {
                tooHard++;
            }
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double first = millis.getFirst();
        millis.sort(null);
        System.out.printf(
                "%-7s first %6.0f ms, median %6.0f ms, max %6.0f ms: %d solved, %d impossible"
                        + " (at most %d facts, %d perhaps not minimal), %d too hard%n",
                sort, first, millis.get(seeds / 2), millis.getLast(), solved, impossible, longest, notMinimal, tooHard);
    }
}
