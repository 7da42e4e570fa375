package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a set of migrations has no order, in words. */
final class GraphRefusals {
    private static final int SHOWN = 10;

    private GraphRefusals() {}

    static RejectedException duplicate(Migration first, Migration second) {
        return Refusals.invalid(
                "duplicate-id",
                Refusals.quote(first.file()) + " and " + Refusals.quote(second.file()) + " have the same id '"
                        + Refusals.quote(first.id()) + "'.",
                "Give one of them another id.");
    }

    static void requireComplete(Map<String, Migration> byId) {
        List<String> missing = new ArrayList<>();
        for (Migration migration : byId.values()) {
            for (String id : migration.depends()) {
                if (!byId.containsKey(id)) {
                    missing.add("'" + Refusals.quote(migration.id()) + "' needs '" + Refusals.quote(id) + "'"
                            + hint(id, byId));
                }
            }
        }
        if (!missing.isEmpty()) {
            int more = missing.size() - SHOWN;
            throw Refusals.invalid(
                    "missing-dependency",
                    String.join("; ", missing.subList(0, Math.min(SHOWN, missing.size())))
                            + (more > 0 ? "; and " + more + " more" : "") + ".",
                    "Add the migrations that are needed, or correct the ids under 'depends'.");
        }
    }

    /** Ids are often given without their ending, or in another case. */
    private static String hint(String id, Map<String, Migration> byId) {
        return byId.keySet().stream()
                .filter(known -> known.equalsIgnoreCase(id)
                        || (known + ".sql").equals(id)
                        || (id.length() > 2 && known.startsWith(id)))
                .findFirst()
                .map(known -> ", which is not there (did you mean '" + Refusals.quote(known) + "'?)")
                .orElse(", which is not there");
    }

    /** Walks from one that waits to one it waits for, until it meets itself. */
    static RejectedException cycle(Map<String, Migration> byId, Map<String, Integer> waitsFor) {
        List<String> path = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        String at = byId.keySet().stream()
                .filter(id -> waitsFor.getOrDefault(id, 0) > 0)
                .findFirst()
                .orElseThrow();
        while (!places.containsKey(at)) {
            places.put(at, path.size());
            path.add(at);
            at = waitingDependency(byId.get(at), waitsFor);
        }
        List<String> round = new ArrayList<>(path.subList(places.getOrDefault(at, 0), path.size()));
        String shown = String.join(
                        " → ", round.stream().limit(SHOWN).map(Refusals::quote).toList())
                + (round.size() > SHOWN ? " → … (" + round.size() + " in all)" : "")
                + " → " + Refusals.quote(at);
        return Refusals.invalid(
                "dependency-cycle",
                "Migrations need each other: " + shown + ", where each needs the next.",
                "Remove one of these dependencies, or make one migration of them.");
    }

    private static String waitingDependency(@Nullable Migration migration, Map<String, Integer> waitsFor) {
        List<String> depends = migration == null ? List.of() : migration.depends();
        return depends.stream()
                .filter(id -> waitsFor.getOrDefault(id, 0) > 0)
                .findFirst()
                .orElseThrow();
    }
}
