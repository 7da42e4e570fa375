package io.axiom.migration.schema.diff;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.sqlite.SqliteCatalog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements between two SQLite schemas. A table is altered where columns only come last or go, else rebuilt the way
 * sqlite.org/lang_altertable.html section 7 says; foreign keys rest meanwhile, for which the pragma must be outside of any
 * transaction.
 */
final class SqlitePlan {
    private static final Set<Kind> PARTS = EnumSet.of(Kind.COLUMN, Kind.CHECK, Kind.KEY, Kind.FOREIGN_KEY);
    /** First and last of a script that rebuilds tables. */
    static final String OFF = "PRAGMA foreign_keys = OFF";

    static final String ON = "PRAGMA foreign_keys = ON";

    private final Comparison comparison;
    private final Map<ObjectId, List<String>> refill;
    private final Script script = new Script();
    private final Set<ObjectId> touched = new TreeSet<>();

    private SqlitePlan(Comparison comparison, Map<ObjectId, List<String>> refill) {
        this.comparison = comparison;
        this.refill = refill;
    }

    /**
     * Writes the script.
     *
     * @param refill for tables, statements; for columns one expression over the row {@code t} of the table as it was
     */
    static Script script(Comparison comparison, Map<ObjectId, List<String>> refill) {
        SqlitePlan plan = new SqlitePlan(comparison, refill);
        plan.write();
        return plan.script;
    }

    private void write() {
        script.reordering();
        touched.addAll(comparison.touchedTables(PARTS, script));
        boolean tables = !touched.isEmpty();
        if (tables) {
            script.add(OFF);
        }
        Set<ObjectId> loose = loose();
        Ordering.sorted(existing(loose, comparison.from().keySet()), comparison.from())
                .reversed()
                .forEach(id -> script.add("DROP " + id.kind().name() + ' ' + Engine.SQLITE.identifier(id.name())));
        for (ObjectId table : touched) {
            if (!comparison.to().containsKey(table)) {
                script.add("DROP TABLE " + Engine.SQLITE.identifier(table.name()));
            }
        }
        Ordering.sorted(existing(touched, comparison.to().keySet()), comparison.to())
                .forEach(this::table);
        Ordering.sorted(existing(loose, comparison.to().keySet()), comparison.to())
                .forEach(id -> script.add(comparison.after(id).text(SqliteCatalog.SQL)));
        if (tables) {
            script.add(ON);
        }
    }

    private static List<ObjectId> existing(Set<ObjectId> ids, Set<ObjectId> in) {
        return ids.stream().filter(in::contains).toList();
    }

    /** Indexes, triggers and views that change, or stand on a table that does. */
    private Set<ObjectId> loose() {
        Set<ObjectId> loose = new TreeSet<>(comparison.added());
        loose.addAll(comparison.removed());
        loose.addAll(comparison.changed());
        loose.removeIf(id -> PARTS.contains(id.kind()) || id.kind() == Kind.TABLE || id.kind() == Kind.OTHER);
        int size;
        do {
            size = loose.size();
            for (Map<ObjectId, SchemaObject> index : List.of(comparison.from(), comparison.to())) {
                index.values().stream()
                        .filter(object ->
                                List.of(Kind.INDEX, Kind.TRIGGER, Kind.VIEW).contains(object.kind()))
                        .filter(object -> object.needs().stream()
                                .anyMatch(need -> touched.contains(need) || loose.contains(need)))
                        .forEach(object -> loose.add(object.id()));
            }
        } while (loose.size() > size);
        return loose;
    }

    private void table(ObjectId id) {
        SchemaObject to = comparison.after(id);
        if (!comparison.from().containsKey(id)) {
            script.add(to.text(SqliteCatalog.SQL));
            script.addAll(refill.getOrDefault(id, List.of()));
            return;
        }
        List<String> simple = simple(id);
        script.addAll(simple.isEmpty() ? new SqliteRebuild(comparison, id, refill).statements() : simple);
    }

    /** ALTER TABLE, where that is enough; else nothing. */
    private List<String> simple(ObjectId id) {
        List<SchemaObject> before = Comparison.columns(comparison.from()).getOrDefault(id, List.of());
        List<SchemaObject> after = Comparison.columns(comparison.to()).getOrDefault(id, List.of());
        List<String> kept = before.stream()
                .filter(column -> comparison.to().containsKey(column.id()))
                .map(column -> column.id().name())
                .toList();
        List<String> names = after.stream().map(column -> column.id().name()).toList();
        boolean onlyColumns = comparison.differences().stream()
                .filter(difference -> difference.object().equals(id)
                        || PARTS.contains(difference.object().kind())
                                && difference.object().owner().equals(id.name()))
                .allMatch(difference ->
                        difference.object().kind() == Kind.COLUMN && difference.change() != Difference.Change.CHANGED);
        if (!onlyColumns
                || !names.subList(0, Math.min(kept.size(), names.size())).equals(kept)) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        String alter = "ALTER TABLE " + Engine.SQLITE.identifier(id.name());
        for (SchemaObject column : after) {
            if (!comparison.from().containsKey(column.id())) {
                String value = column.text(Property.DEFAULT);
                boolean computed = value.startsWith("(")
                        || value.toUpperCase(java.util.Locale.ROOT).startsWith("CURRENT_");
                boolean needsRebuild = refill.containsKey(column.id())
                        || computed
                        || column.is(Property.NOT_NULL) && value.isEmpty()
                        || column.text(Property.GENERATED_KIND).equals("STORED");
                if (needsRebuild) {
                    return List.of();
                }
                statements.add(alter + " ADD COLUMN " + column.text(SqliteCatalog.SQL));
            }
        }
        // Last, since a table cannot be without columns.
        for (SchemaObject column : before) {
            if (!comparison.to().containsKey(column.id())) {
                statements.add(alter + " DROP COLUMN "
                        + Engine.SQLITE.identifier(column.id().name()));
            }
        }
        return statements;
    }
}
