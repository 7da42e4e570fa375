package io.axiom.migration.schema.diff;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Snapshot;
import java.util.List;
import java.util.Map;

/**
 * The difference between two schemas of one engine.
 *
 * @param differences what differs, one entry per property
 * @param statements that lead from the first schema to the second, in an order that works
 * @param unreachable differences for which there is no statement, in words: an order of columns, a changed partition key,
 *     objects a snapshot only names
 */
public record SchemaDiff(List<Difference> differences, List<String> statements, List<String> unreachable) {
    public SchemaDiff {
        differences = List.copyOf(differences);
        statements = List.copyOf(statements);
        unreachable = List.copyOf(unreachable);
    }

    /** Compares; throws {@code migration.schema-engines-differ} for snapshots of different engines. */
    public static SchemaDiff between(Snapshot from, Snapshot to) {
        return between(from, to, Map.of());
    }

    /**
     * Compares, and writes more statements in between.
     *
     * @param refill what to run as soon as an object of the second schema is there, and before keys and triggers are: how
     *     kept rows come back into a table or column
     */
    public static SchemaDiff between(Snapshot from, Snapshot to, Map<ObjectId, List<String>> refill) {
        if (from.engine() != to.engine()) {
            throw new RejectedException(new Rejection(
                    "migration.schema-engines-differ",
                    Rejection.Kind.INVALID,
                    "One schema is of " + from.engine().title() + ", the other of "
                            + to.engine().title() + ", and those cannot be compared.",
                    "Compare schemas of the same engine."));
        }
        Comparison comparison = Comparison.of(from, to);
        List<Difference> differences = comparison.differences();
        Script script = differences.isEmpty()
                ? new Script()
                : switch (from.engine()) {
                    case POSTGRESQL -> PostgresPlan.script(comparison, refill);
                    case MARIADB -> MariaDbPlan.script(comparison, refill);
                    case SQLITE -> SqlitePlan.script(comparison, refill);
                };
        differences.stream()
                .filter(difference -> difference.change() == Difference.Change.REORDERED)
                .filter(difference -> !script.reorders())
                .forEach(difference -> script.unreachable(difference.sentence()));
        return new SchemaDiff(differences, script.statements(), script.unreachable());
    }

    /** Only what differs, without the statements. */
    public static List<Difference> differences(Snapshot from, Snapshot to) {
        return from == to ? List.of() : Comparison.of(from, to).differences();
    }

    /** What differs, in words; the order of columns left out. */
    public static List<String> sentences(Snapshot from, Snapshot to) {
        return differences(from, to).stream()
                .filter(difference -> difference.change() != Difference.Change.REORDERED)
                .map(Difference::sentence)
                .toList();
    }

    /** Whether the schemas are the same but for the order of columns in their tables. */
    public boolean sameButForColumnOrder() {
        return differences.stream().allMatch(difference -> difference.change() == Difference.Change.REORDERED);
    }

    /** Whether the schemas are the same. */
    public boolean same() {
        return differences.isEmpty();
    }
}
