package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Maintenance;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads VACUUM, CLUSTER, REPACK, REINDEX, ANALYZE, REFRESH and LOCK after that word. */
final class MaintenanceReader {
    private MaintenanceReader() {}

    static Maintenance vacuum(Cursor cursor) {
        boolean full = false;
        if (cursor.atSymbol("(")) {
            full = option(cursor, cursor.group(), "full");
        }
        while (cursor.atAny("full", "freeze", "verbose", "analyze", "analyse")) {
            full |= cursor.next().is("full");
        }
        return new Maintenance.Vacuum(full, tables(cursor));
    }

    static Maintenance cluster(Cursor cursor) {
        cursor.takeGroup();
        cursor.take("verbose");
        @Nullable QualifiedName table = path(cursor);
        if (cursor.take("on")) {
            table = cursor.path();
        } else if (cursor.take("using")) {
            cursor.name();
        }
        cursor.expectEnd();
        return new Maintenance.Cluster(table);
    }

    static Maintenance repack(Cursor cursor) {
        boolean concurrently = cursor.atSymbol("(") && option(cursor, cursor.group(), "concurrently");
        @Nullable QualifiedName table = path(cursor);
        cursor.rest();
        return new Maintenance.Repack(table, concurrently);
    }

    static Maintenance reindex(Cursor cursor) {
        boolean concurrently = cursor.atSymbol("(") && option(cursor, cursor.group(), "concurrently");
        if (!cursor.atAny("index", "table", "schema", "database", "system")) {
            throw cursor.unexpected("INDEX, TABLE, SCHEMA, DATABASE or SYSTEM");
        }
        String object = cursor.next().text().toLowerCase(Locale.ROOT);
        concurrently |= cursor.take("concurrently");
        @Nullable QualifiedName name = path(cursor);
        cursor.expectEnd();
        return new Maintenance.Reindex(object, name, concurrently);
    }

    static Maintenance refresh(Cursor cursor) {
        cursor.expect("materialized", "view");
        boolean concurrently = cursor.take("concurrently");
        QualifiedName view = cursor.path();
        cursor.rest();
        return new Maintenance.Refresh(view, concurrently);
    }

    static Maintenance analyze(Cursor cursor) {
        cursor.takeGroup();
        cursor.take("verbose");
        cursor.take("table");
        return new Maintenance.Analyze(tables(cursor));
    }

    static Maintenance lock(Cursor cursor) {
        cursor.take("table");
        List<QualifiedName> tables = cursor.paths();
        if (!cursor.take("in")) {
            cursor.take("nowait");
            cursor.expectEnd();
            return new Maintenance.Lock(tables, "ACCESS EXCLUSIVE");
        }
        StringBuilder mode = new StringBuilder();
        while (!cursor.at("mode")) {
            if (!cursor.peek().isName()) {
                throw cursor.unexpected("a lock mode");
            }
            mode.append(mode.isEmpty() ? "" : " ").append(cursor.next().text().toUpperCase(Locale.ROOT));
        }
        return new Maintenance.Lock(tables, mode.toString());
    }

    private static @Nullable QualifiedName path(Cursor cursor) {
        return cursor.atEnd() ? null : cursor.path();
    }

    private static List<QualifiedName> tables(Cursor cursor) {
        return cursor.atEnd() ? List.of() : cursor.paths();
    }

    /** The value of a boolean option in a list of them; said without a value it is on. */
    private static boolean option(Cursor outer, Expression list, String name) {
        Cursor options = outer.over(list);
        boolean on = false;
        while (!options.atEnd()) {
            boolean wanted = options.at(name);
            options.next();
            options.takeSymbol("=");
            boolean bare = options.atEnd() || options.atSymbol(",");
            String value = bare ? "on" : options.next().content().toLowerCase(Locale.ROOT);
            on = wanted ? !List.of("off", "false", "0", "no").contains(value) : on;
            options.takeSymbol(",");
        }
        return on;
    }
}
