package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.CatalogReader;
import io.axiom.migration.schema.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Where only relations came or got more parts, what the catalog says of those is read and the rest is remembered;
 * where anything was dropped, renamed, given another type, or lies outside of relations, everything is read.
 */
public final class PostgresCatalogReader implements CatalogReader {
    private static final String CHANGED = "axiom.changed";
    /** Queries that answer rows about single relations, with the column that tells which. */
    private static final Map<String, String> BY_RELATION = Map.of(
            PostgresRelations.RELATIONS, "oid",
            PostgresColumns.COLUMNS, "relation",
            PostgresConstraints.CONSTRAINTS, "relation",
            PostgresIndexes.INDEXES, "relation");

    private final SqlSession session;
    private final PreparedQueries queries;
    private final Scope scope;
    private Map<String, List<Row>> known = new HashMap<>();
    private @Nullable CatalogChanges at;
    private @Nullable Capture last;

    public PostgresCatalogReader(SqlSession session, Scope scope) {
        this.session = session;
        this.queries = new PreparedQueries(session);
        this.scope = scope;
    }

    @Override
    public Capture capture() {
        CatalogChanges then = at;
        Capture same = last;
        return qualified(then, now -> {
            if (then == null || same == null) {
                return read(now, new HashMap<>());
            } else if (now.nothing(then)) {
                at = now;
                return same;
            }
            return read(now, growth(then, now) ? more(now) : new HashMap<>());
        });
    }

    @Override
    public BooleanSupplier watch() {
        CatalogChanges then = qualified(at, now -> now);
        return () -> qualified(then, now -> now.nothing(then));
    }

    private <T> T qualified(@Nullable CatalogChanges then, Function<CatalogChanges, T> work) {
        String mark = then == null ? CatalogChanges.BEGINNING : then.mark();
        String set = "set_config('" + CatalogChanges.MARK + "', '" + mark + "', false)";
        return PostgresCatalog.qualified(session, set, () -> work.apply(CatalogChanges.read(queries)));
    }

    /** @param rows what is known already, by query */
    private Capture read(CatalogChanges now, Map<String, List<Row>> rows) {
        Capture capture = PostgresCatalog.assemble(query -> rows.computeIfAbsent(query, queries::of), scope);
        known = rows;
        at = now;
        last = capture;
        return capture;
    }

    /** What is known with what came since; nothing where that does not tell all. */
    private Map<String, List<Row>> more(CatalogChanges now) {
        Set<String> relations = now.relations();
        session.execute("SET " + CHANGED + " = '{" + String.join(",", relations) + "}'");
        Map<String, List<Row>> rows = new HashMap<>(known);
        rows.remove(PostgresDependencies.DEPENDENCIES);
        if (now.totals().getOrDefault("pg_sequence", 0L) > 0) {
            rows.remove(PostgresSequences.SEQUENCES);
        }
        if (now.any("pg_trigger") || now.any("pg_rewrite")) {
            rows.remove(PostgresAttachments.ATTACHMENTS);
        }
        for (Map.Entry<String, String> part : BY_RELATION.entrySet()) {
            String query = part.getKey();
            List<Row> all = new ArrayList<>();
            Map<String, String> replaced = new HashMap<>();
            for (Row row : known.getOrDefault(query, List.of())) {
                if (relations.contains(row.text(part.getValue()))) {
                    replaced.put(identity(query, row), description(query, row));
                } else {
                    all.add(row);
                }
            }
            for (Row row : queries.of("SELECT * FROM (" + query + ") AS part WHERE " + part.getValue()
                    + " = ANY (current_setting('" + CHANGED + "')::oid[])")) {
                replaced.remove(identity(query, row), description(query, row));
                all.add(row);
            }
            if (!replaced.isEmpty()) {
                // One is gone, or called otherwise, and what else speaks of it is to be read again.
                return new HashMap<>();
            }
            rows.put(query, all);
        }
        return rows;
    }

    /** Whether nothing went: a row of a relation or column that is not as it was must be there in another version. */
    private boolean growth(CatalogChanges then, CatalogChanges now) {
        boolean outside = !now.settings().equals(then.settings())
                || CatalogChanges.GLOBAL.stream().anyMatch(now::any)
                || now.added("pg_type").stream().anyMatch(name -> !name.isEmpty())
                || now.added("pg_constraint").contains("0")
                || now.added("pg_class").stream().anyMatch(key -> key.endsWith(":c") || key.endsWith(":f"));
        if (outside) {
            return false;
        }
        for (String catalog : now.totals().keySet()) {
            long replaced = switch (catalog) {
                case "pg_class" -> replaced(now.added(catalog), PostgresRelations.RELATIONS);
                case "pg_attribute" -> replaced(now.added(catalog), PostgresColumns.COLUMNS);
                default -> 0;
            };
            if (now.lost(catalog, then) != replaced) {
                return false;
            }
        }
        return true;
    }

    private long replaced(List<String> keys, String query) {
        if (keys.isEmpty()) {
            return 0;
        }
        boolean columns = query.equals(PostgresColumns.COLUMNS);
        Set<String> there = new HashSet<>();
        known.getOrDefault(query, List.of()).forEach(row -> there.add(identity(query, row)));
        return keys.stream()
                .map(key -> columns ? key : key.substring(0, key.indexOf(':')))
                .filter(there::contains)
                .count();
    }

    private static String identity(String query, Row row) {
        return query.equals(PostgresColumns.COLUMNS)
                ? row.text("relation") + ':' + row.text("number")
                : row.text("oid");
    }

    /** What others may say of it: its name and type. Empty for what nothing else speaks of. */
    private static String description(String query, Row row) {
        if (query.equals(PostgresRelations.RELATIONS)) {
            return row.text("kind") + ' ' + row.text("schema") + ' ' + row.text("name");
        }
        return query.equals(PostgresColumns.COLUMNS)
                ? row.text("name") + ' ' + row.text("type") + ' ' + row.text("collation")
                : "";
    }
}
