package io.axiom.benchmarks.registry;

import io.axiom.language.json.Json;
import io.axiom.language.version.upgrade.PathPreference;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Matrix;
import io.axiom.version.path.UpgradePaths;
import java.util.function.IntSupplier;

/**
 * How long the compatibility matrix of 1,000 versions takes with its JSON, and the longest upgrade path. Arguments: versions
 * (1,000), rounds (30). Prints the first round, on a cold machine, too.
 */
public final class MatrixBenchmark {
    private MatrixBenchmark() {}

    public static void main(String[] arguments) {
        int versions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Knowledge knowledge = ManyVersions.knowledge(versions);
        print(
                "matrix of %,d versions as JSON".formatted(versions),
                rounds,
                () -> Json.mapper().writeValueAsBytes(new Matrix(knowledge).whole()).length);
        print(
                "knowledge of %,d versions".formatted(versions),
                rounds,
                () -> ManyVersions.knowledge(versions).size());
        print(
                "upgrade path over all of them",
                rounds,
                () -> new UpgradePaths(knowledge)
                        .find(0, versions - 1, PathPreference.LOWEST_RISK, false)
                        .steps()
                        .size());
    }

    private static void print(String what, int rounds, IntSupplier work) {
        System.out.printf("%-40s %s%n", what, Rounds.of(rounds, work));
    }
}
