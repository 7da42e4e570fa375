package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import io.axiom.version.resolution.Incompatibility.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Numbers what the request can reach, and turns it into facts. What several versions have in common becomes one fact. */
final class ProblemReader {
    private static final Term ASKED = new Term(Problem.ROOT, Choices.only(1, Problem.ASKED));

    private final Map<String, List<Candidate>> known;
    private final Wanted wanted;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<Candidate>> candidates = new ArrayList<>();
    private final List<List<SemanticVersion>> versions = new ArrayList<>();
    private final List<Choices> preferred = new ArrayList<>();
    private final List<Map<VersionRange, Choices>> matching = new ArrayList<>();
    private final List<Incompatibility> facts = new ArrayList<>();

    private ProblemReader(Map<String, List<Candidate>> known, Wanted wanted) {
        this.known = known;
        this.wanted = wanted;
    }

    static Problem read(Map<String, List<Candidate>> known, Wanted wanted) {
        return new ProblemReader(known, wanted).read();
    }

    private Problem read() {
        add("", List.of(Candidate.usable(SemanticVersion.of(0, 0, 0), List.of())));
        wanted.pins().forEach(this::pinned);
        wanted.ranges().forEach(this::asked);
        // Numbering what a component needs makes the list longer: it ends when everything in reach has been seen.
        for (int component = 1; component < names.size(); component++) {
            exclusions(component);
            dependencies(component);
        }
        return new Problem(
                List.copyOf(names),
                List.copyOf(versions),
                versions.stream().map(all -> Choices.all(all.size())).toList(),
                List.copyOf(preferred),
                List.copyOf(facts));
    }

    private int number(String name) {
        Integer number = numbers.get(name);
        if (number != null) {
            return number;
        }
        return add(
                name,
                known.getOrDefault(name, List.of()).stream()
                        .sorted(Comparator.comparing(Candidate::version, SemanticVersion.BUILD_ORDER))
                        .toList());
    }

    private int add(String name, List<Candidate> sorted) {
        numbers.put(name, names.size());
        names.add(name);
        candidates.add(sorted);
        versions.add(sorted.stream().map(Candidate::version).toList());
        preferred.add(choices(sorted, candidate -> candidate.standing() == Standing.USABLE));
        matching.add(new HashMap<>());
        return names.size() - 1;
    }

    private static Choices choices(List<Candidate> sorted, Predicate<Candidate> which) {
        BitSet places = new BitSet();
        for (int i = 0; i < sorted.size(); i++) {
            places.set(i, which.test(sorted.get(i)));
        }
        return Choices.ofVersions(sorted.size(), places);
    }

    private Choices matching(int component, VersionRange range) {
        List<SemanticVersion> all = versions.get(component);
        return matching.get(component)
                .computeIfAbsent(range, wanted -> Choices.ofVersions(all.size(), wanted.placesIn(all)));
    }

    private void pinned(String name, SemanticVersion version) {
        int component = number(name);
        int choice = versions.get(component).indexOf(version) + 1;
        if (choice == 0) {
            throw new IllegalArgumentException(name + " " + version + " does not exist");
        }
        Choices only = Choices.only(versions.get(component).size(), choice);
        facts.add(Incompatibility.known(
                new Fact.Pinned(component, choice), ASKED, new Term(component, only.complement())));
    }

    private void asked(String name, VersionRange range) {
        int component = number(name);
        Choices matching = matching(component, range);
        facts.add(Incompatibility.known(
                new Fact.Asked(component, range.toString(), matching), ASKED, unless(component, matching)));
    }

    private static Term unless(int component, Choices matching) {
        return new Term(component, matching.complement());
    }

    private void exclusions(int component) {
        SemanticVersion pin = wanted.pins().get(names.get(component));
        List<Candidate> all = candidates.get(component);
        all.stream()
                .filter(candidate -> excluded(candidate, pin))
                .map(Candidate::remark)
                .distinct()
                .forEach(remark -> {
                    Choices versions = choices(
                            all,
                            candidate -> excluded(candidate, pin)
                                    && candidate.remark().equals(remark));
                    facts.add(Incompatibility.known(
                            new Fact.Excluded(component, versions, remark), new Term(component, versions)));
                });
    }

    private static boolean excluded(Candidate candidate, @Nullable SemanticVersion pin) {
        return candidate.standing() == Standing.EXCLUDED && !candidate.version().equals(pin);
    }

    private record Need(int on, Choices matching) {}

    private void dependencies(int component) {
        List<Candidate> all = candidates.get(component);
        Map<Need, BitSet> needs = new LinkedHashMap<>();
        Map<Need, SortedSet<String>> ranges = new HashMap<>();
        // Newest first, so that what the newest versions need is tried first.
        for (int place = all.size() - 1; place >= 0; place--) {
            for (Dependency dependency : all.get(place).dependencies()) {
                int on = number(dependency.component());
                Need need = new Need(on, matching(on, dependency.range()));
                needs.computeIfAbsent(need, _ -> new BitSet()).set(place);
                ranges.computeIfAbsent(need, _ -> new TreeSet<>())
                        .add(dependency.range().toString());
            }
        }
        needs.forEach((need, places) -> {
            Choices versions = Choices.ofVersions(all.size(), places);
            facts.add(depends(component, versions, need, ranges.getOrDefault(need, new TreeSet<>())));
        });
    }

    private static Incompatibility depends(int component, Choices versions, Need need, SortedSet<String> ranges) {
        Fact fact = new Fact.Depends(component, versions, need.on(), ranges, need.matching());
        return need.on() == component
                ? Incompatibility.known(fact, new Term(component, versions.minus(need.matching())))
                : Incompatibility.known(fact, new Term(component, versions), unless(need.on(), need.matching()));
    }
}
