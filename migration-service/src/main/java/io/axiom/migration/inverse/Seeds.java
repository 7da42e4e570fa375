package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Puts a few rows into tables, so that a way back has something to lose. Values are varied and odd on purpose (mixed case,
 * fractions, times of day): a conversion that loses something is to show it. Constraints are satisfied by trying.
 */
final class Seeds {
    static final int ROWS = 3;
    private static final int TRIES = 6;

    private final SqlSession session;
    private final SortedMap<ObjectId, SchemaObject> index;
    private final SeedValues values;

    Seeds(SqlSession session, Snapshot schema) {
        this.session = session;
        this.index = schema.index();
        this.values = new SeedValues(session.engine(), index);
    }

    /** Fills the tables, parents first. Answers why a table stayed empty, by table. */
    Map<ObjectId, String> plant(List<ObjectId> tables) {
        Map<ObjectId, String> empty = new HashMap<>();
        for (ObjectId table : ParentsFirst.order(index, tables)) {
            SchemaObject object = index.get(table);
            if (object != null && !object.is(Property.PARTITION_KEY)) {
                String failure = fill(table);
                if (!failure.isEmpty()) {
                    empty.put(table, failure);
                }
            }
        }
        return empty;
    }

    private String fill(ObjectId table) {
        String failure = "";
        int planted = 0;
        for (int row = 1; row <= ROWS; row++) {
            String refused = "";
            for (int attempt = 0; attempt < TRIES; attempt++) {
                String insert = insert(table, row, attempt);
                if (insert.equals(refused)) {
                    continue;
                }
                try {
                    session.execute(insert);
                    planted++;
                    break;
                } catch (SqlFailure e) {
                    failure = String.valueOf(e.getMessage());
                    refused = insert;
                }
            }
        }
        return planted > 0 ? "" : failure;
    }

    /** The last row has nothing but what it must have. */
    private String insert(ObjectId table, int row, int attempt) {
        List<String> names = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        Engine engine = session.engine();
        boolean sparse = row == ROWS || attempt == TRIES - 1;
        for (SchemaObject column : PostgresRows.parts(index, table, Kind.COLUMN)) {
            boolean must = column.is(Property.NOT_NULL) && !column.is(Property.DEFAULT);
            if (SeedValues.givenByDatabase(column) || sparse && !must) {
                continue;
            }
            String value = values.value(column, row, attempt);
            if (value != null) {
                names.add(engine.identifier(column.id().name()));
                expressions.add(value);
            }
        }
        String name = engine == Engine.POSTGRESQL ? PostgresRows.name(table) : engine.identifier(table.name());
        if (names.isEmpty()) {
            return engine == Engine.MARIADB
                    ? "INSERT INTO " + name + " () VALUES ()"
                    : "INSERT INTO " + name + " DEFAULT VALUES";
        }
        return "INSERT INTO " + name + " (" + String.join(", ", names) + ") VALUES (" + String.join(", ", expressions)
                + ")";
    }
}
