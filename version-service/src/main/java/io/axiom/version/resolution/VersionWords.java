package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names sets of existing versions as people write them: as a range that was declared where there is one, else as bounds. */
final class VersionWords {
    private static final int MOST_RUNS = 6;

    private final Problem problem;
    private final Map<Integer, Map<Choices, String>> declared = new HashMap<>();

    VersionWords(Problem problem, List<Incompatibility> facts) {
        this.problem = problem;
        for (Incompatibility fact : facts) {
            if (fact.cause() instanceof Incompatibility.Cause.Known known) {
                switch (known.fact()) {
                    case Fact.Asked asked -> declare(asked.component(), asked.matching(), asked.range());
                    case Fact.Depends depends ->
                        depends.ranges().forEach(range -> declare(depends.on(), depends.matching(), range));
                    case Fact.Pinned _, Fact.Excluded _ -> {}
                }
            }
        }
    }

    private void declare(int component, Choices matching, String range) {
        declared.computeIfAbsent(component, _ -> new HashMap<>())
                .merge(matching, range, (a, b) -> b.length() < a.length() ? b : a);
    }

    /** As the subject of a sentence about each of them. */
    String every(int component, Choices versions) {
        return isEvery(component, versions) ? "every version of " + name(component) : some(component, versions);
    }

    /** As the subject of a sentence about them. */
    String some(int component, Choices versions) {
        return named(
                component, versions, versions.count() == 1 ? bounds(component, versions) : range(component, versions));
    }

    /** As something of which one is needed. */
    String needed(int component, Choices versions) {
        return named(component, versions, range(component, versions));
    }

    private String named(int component, Choices versions, String range) {
        return isEvery(component, versions) ? name(component) : name(component) + " " + range;
    }

    String name(int component) {
        return problem.names().get(component);
    }

    private boolean isEvery(int component, Choices versions) {
        return versions.count() == problem.versions().get(component).size() && versions.count() != 1;
    }

    private String range(int component, Choices versions) {
        String known = declared.getOrDefault(component, Map.of()).get(versions);
        return known == null ? bounds(component, versions) : known;
    }

    private String bounds(int component, Choices versions) {
        List<SemanticVersion> all = problem.versions().get(component);
        List<String> runs = new ArrayList<>();
        int newest = versions.isEmpty() ? 0 : versions.newest();
        for (int choice = 1; choice <= newest; choice++) {
            if (versions.contains(choice)) {
                int last = choice;
                while (last < all.size() && versions.contains(last + 1)) {
                    last++;
                }
                runs.add(run(all, choice, last));
                choice = last;
            }
        }
        int more = runs.size() - MOST_RUNS;
        return more > 0
                ? String.join(" || ", runs.subList(0, MOST_RUNS)) + " and " + more + " more"
                : String.join(" || ", runs);
    }

    private static String run(List<SemanticVersion> all, int first, int last) {
        if (first == last) {
            return all.get(first - 1).toString();
        }
        if (last == all.size()) {
            return ">=" + all.get(first - 1);
        }
        return first == 1 ? "<=" + all.get(last - 1) : ">=" + all.get(first - 1) + " <=" + all.get(last - 1);
    }

    /** Why a range has no versions, to follow what was said of it. */
    String noMatch(int component) {
        List<SemanticVersion> all = problem.versions().get(component);
        if (all.isEmpty()) {
            return ", of which there is no version";
        }
        boolean prereleases = all.stream().allMatch(SemanticVersion::isPrerelease);
        return ", which no version matches (the newest is " + all.getLast()
                + (prereleases ? ", and there are only prereleases)" : ")");
    }
}
