package io.axiom.version.compatibility;

import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.semver.SemanticVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that is known about a component's versions and about going from one to another. Versions are counted from 0, the lowest first. */
public final class Knowledge {
    private final String component;
    private final List<Release> releases;
    private final Map<SemanticVersion, Integer> places = new HashMap<>();
    private final Lines lines;
    private final Changes changes;
    private final Map<Integer, Map<Integer, Statements>> statements = new HashMap<>();

    /**
     * What people and tests said about one pair.
     *
     * @param tested the last result of each suite
     */
    record Statements(@Nullable CompatibilityDeclared declared, Map<String, TestResultRecorded> tested) {
        static final Statements NONE = new Statements(null, Map.of());

        boolean failed() {
            return tested.values().stream().anyMatch(result -> !result.passed());
        }
    }

    /**
     * @param releases every version, in any order
     * @param declared a later one about the same pair replaces an earlier one
     * @param tested likewise, by pair and suite
     */
    public Knowledge(
            String component,
            List<Release> releases,
            List<CompatibilityDeclared> declared,
            List<TestResultRecorded> tested) {
        this.component = component;
        this.releases = releases.stream()
                .sorted(Comparator.comparing(Release::version, SemanticVersion.BUILD_ORDER))
                .toList();
        for (int i = 0; i < this.releases.size(); i++) {
            places.put(this.releases.get(i).version(), i);
        }
        this.lines = new Lines(this.releases.stream().map(Release::version).toList());
        this.changes = new Changes(this.releases, places);
        declared.forEach(this::declare);
        tested.forEach(this::record);
    }

    private void declare(CompatibilityDeclared declared) {
        change(declared.from(), declared.to(), before -> new Statements(declared, before.tested()));
    }

    private void record(TestResultRecorded result) {
        change(result.from(), result.to(), before -> {
            Map<String, TestResultRecorded> tested = new LinkedHashMap<>(before.tested());
            tested.put(result.suite(), result);
            return new Statements(before.declared(), tested);
        });
    }

    private void change(String from, String to, UnaryOperator<Statements> change) {
        OptionalInt start = place(SemanticVersion.parse(from));
        OptionalInt end = place(SemanticVersion.parse(to));
        if (start.isPresent() && end.isPresent()) {
            statements
                    .computeIfAbsent(end.getAsInt(), _ -> new TreeMap<>())
                    .merge(start.getAsInt(), change.apply(Statements.NONE), (before, _) -> change.apply(before));
        }
    }

    public String component() {
        return component;
    }

    public int size() {
        return releases.size();
    }

    public Release release(int place) {
        return releases.get(place);
    }

    public SemanticVersion version(int place) {
        return releases.get(place).version();
    }

    /** Where a version stands; build metadata does not count. */
    public OptionalInt place(SemanticVersion version) {
        Integer place = places.get(version);
        if (place != null) {
            return OptionalInt.of(place);
        }
        return find(version);
    }

    private OptionalInt find(SemanticVersion version) {
        for (int i = 0; i < releases.size(); i++) {
            if (releases.get(i).version().compareTo(version) == 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    Lines lines() {
        return lines;
    }

    Changes changes() {
        return changes;
    }

    Statements statements(int from, int to) {
        return statements.getOrDefault(to, Map.of()).getOrDefault(from, Statements.NONE);
    }

    Map<Integer, Statements> statementsTo(int to) {
        return statements.getOrDefault(to, Map.of());
    }
}
