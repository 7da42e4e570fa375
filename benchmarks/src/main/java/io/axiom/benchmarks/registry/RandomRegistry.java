package io.axiom.benchmarks.registry;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import io.axiom.version.resolution.Candidate;
import io.axiom.version.resolution.Dependency;
import io.axiom.version.resolution.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Registries by chance, of several sorts. A component's ten versions are of three majors; what a version depends on and in which
 * range is drawn per version, so neighbouring versions have little in common, which is harder than what people publish.
 */
enum RandomRegistry {
    /** What people publish: needs point to earlier components, mostly to the major that was newest at the time. */
    GROWN {
        @Override
        List<Dependency> dependencies(Random random, int component, int version, int components) {
            List<Dependency> needs = new ArrayList<>();
            for (int i = Math.min(component, random.nextInt(5)); i > 0; i--) {
                int lag = random.nextInt(10) == 0 ? 1 : 0;
                needs.add(need(random.nextInt(component), "^" + Math.max(1, version / 4 + 1 - lag) + ".0.0"));
            }
            return needs;
        }
    },
    /** Anything may need anything, cycles too, in wide ranges. */
    LOOSE {
        @Override
        List<Dependency> dependencies(Random random, int component, int version, int components) {
            List<Dependency> needs = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                needs.add(need(random.nextInt(components), ">=" + (1 + random.nextInt(2)) + "." + random.nextInt(4)));
            }
            return needs;
        }
    },
    /** Anything may need anything, one major of three: near the border between solvable and not. */
    TIGHT {
        @Override
        List<Dependency> dependencies(Random random, int component, int version, int components) {
            List<Dependency> needs = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                needs.add(need(random.nextInt(components), "^" + (1 + random.nextInt(3))));
            }
            return needs;
        }
    },
    /** Up to four needs, each for a single minor: no solution, and many reasons. */
    STRICT {
        @Override
        List<Dependency> dependencies(Random random, int component, int version, int components) {
            List<Dependency> needs = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                needs.add(need(random.nextInt(components), "~" + (1 + random.nextInt(3)) + "." + random.nextInt(4)));
            }
            return needs;
        }
    },
    /** As solvable as can be and yet full of dead ends: a solution is hidden, and everything not on it is drawn at random. */
    HIDDEN {
        @Override
        List<Dependency> dependencies(Random random, int component, int version, int components) {
            boolean hidden = version == hiddenVersion(component);
            List<Dependency> needs = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int on = random.nextInt(components);
                int major = hidden ? hiddenVersion(on) / 4 + 1 : 1 + random.nextInt(3);
                needs.add(need(on, "^" + major));
            }
            return needs;
        }

        private int hiddenVersion(int component) {
            return component * 7 % VERSIONS;
        }
    };

    static final int VERSIONS = 10;

    abstract List<Dependency> dependencies(Random random, int component, int version, int components);

    /** The n-th version: 1.0.0 to 1.3.0, 2.0.0 to 2.3.0, 3.0.0 and 3.1.0. */
    static SemanticVersion version(int n) {
        return SemanticVersion.of(n / 4 + 1, n % 4, 0);
    }

    static Dependency need(int component, String range) {
        return new Dependency(name(component), VersionRange.parse(range));
    }

    static String name(int component) {
        return "component-" + component;
    }

    Map<String, List<Candidate>> generate(long seed, int components) {
        Random random = new Random(seed);
        Map<String, List<Candidate>> all = new LinkedHashMap<>();
        for (int component = 0; component < components; component++) {
            List<Candidate> versions = new ArrayList<>();
            for (int version = 0; version < VERSIONS; version++) {
                versions.add(Candidate.usable(version(version), dependencies(random, component, version, components)));
            }
            all.put(name(component), versions);
        }
        return all;
    }

    /** A tenth of all components, in any version. */
    static Wanted wanted(long seed, int components) {
        Random random = new Random(~seed);
        Map<String, VersionRange> ranges = new LinkedHashMap<>();
        for (int i = 0; i < components / 10; i++) {
            ranges.put(name(random.nextInt(components)), VersionRange.parse("*"));
        }
        return new Wanted(ranges, Map.of());
    }
}
