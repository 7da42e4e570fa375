package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Migrations and what each needs before it. */
public final class MigrationGraph {
    /** Where dependencies leave the order open: repeatable ones last, then by version, then by id. */
    private static final Comparator<Migration> FIRST = Comparator.comparing(Migration::repeatable)
            .thenComparing(Migration::version, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Migration::id);

    private final Map<String, Migration> byId;
    private final Map<String, List<Migration>> dependents;
    private final List<Migration> order;

    private MigrationGraph(Map<String, Migration> byId) {
        this.byId = byId;
        this.dependents = new HashMap<>();
        byId.values()
                .forEach(migration -> new LinkedHashSet<>(migration.depends())
                        .forEach(id -> dependents
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(migration)));
        this.order = sort();
    }

    /**
     * Builds the graph.
     *
     * @throws RejectedException {@code migration.source.duplicate-id}, {@code .missing-dependency}, {@code .dependency-cycle}
     */
    public static MigrationGraph of(List<Migration> migrations) {
        Map<String, Migration> byId = new LinkedHashMap<>();
        for (Migration migration : migrations) {
            Migration before = byId.putIfAbsent(migration.id(), migration);
            if (before != null) {
                throw GraphRefusals.duplicate(before, migration);
            }
        }
        GraphRefusals.requireComplete(byId);
        return new MigrationGraph(byId);
    }

    /** Every migration after all it depends on; the same for the same migrations, however they were listed. */
    public List<Migration> order() {
        return order;
    }

    /** The migration and all it needs, in order. Empty where there is none of this id. */
    public List<Migration> withDependencies(String id) {
        Set<String> needed = reach(id, migration -> migration.depends());
        return order.stream()
                .filter(migration -> needed.contains(migration.id()))
                .toList();
    }

    /** The migration and all that need it, in the order of taking them back. */
    public List<Migration> withDependents(String id) {
        Set<String> affected = reach(
                id,
                migration -> dependents.getOrDefault(migration.id(), List.of()).stream()
                        .map(Migration::id)
                        .toList());
        return order.stream()
                .filter(migration -> affected.contains(migration.id()))
                .toList()
                .reversed();
    }

    private interface Edges {
        List<String> of(Migration migration);
    }

    private Set<String> reach(String start, Edges edges) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            Migration migration = byId.get(id);
            if (migration != null && reached.add(id)) {
                open.addAll(edges.of(migration));
            }
        }
        return reached;
    }

    private List<Migration> sort() {
        Map<String, Integer> waitsFor = new HashMap<>();
        PriorityQueue<Migration> ready = new PriorityQueue<>(FIRST);
        for (Migration migration : byId.values()) {
            int count = new HashSet<>(migration.depends()).size();
            waitsFor.put(migration.id(), count);
            if (count == 0) {
                ready.add(migration);
            }
        }
        List<Migration> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Migration next = ready.remove();
            sorted.add(next);
            for (Migration dependent : dependents.getOrDefault(next.id(), List.of())) {
                if (waitsFor.merge(dependent.id(), -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        if (sorted.size() < byId.size()) {
            throw GraphRefusals.cycle(byId, waitsFor);
        }
        return List.copyOf(sorted);
    }
}
