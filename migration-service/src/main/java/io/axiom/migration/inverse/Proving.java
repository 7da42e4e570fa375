package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Goes up and down again on a scratch database and compares.
 *
 * @param before the schema it stands at
 * @param empty tables no row could be put into, with the reason
 * @param missing what of the target's schema could not be rebuilt here
 */
record Proving(Scratch scratch, Snapshot before, Map<ObjectId, String> empty, List<String> missing) {
    /** PostgreSQL's codes for what cannot be in a transaction, or not with what was added in the same one. */
    private static final Set<String> ALONE = Set.of("25001", "55P04");

    Proof prove(List<StatementWayBack> statements) {
        List<String> failures = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        missing.forEach(sentence -> remarks.add("not rebuilt on the scratch database: " + sentence));
        SqlSession session = scratch.session();
        Contents rows = Contents.read(session, before);
        Map<String, Long> positions = positions(session);
        BooleanSupplier unchanged = scratch.watch();
        WayBack whole = new WayBack(WayBackGrade.LOSSLESS, statements, new Proof(false, List.of(), List.of(), 0));
        if (run(whole.up(), "on the way there", failures) && run(whole.down(), "on the way back", failures)) {
            if (!unchanged.getAsBoolean()) {
                for (Difference difference : SchemaDiff.differences(before, scratch.snapshot())) {
                    boolean order = difference.change() == Difference.Change.REORDERED;
                    (order ? remarks : failures).add(difference.sentence());
                }
            }
            if (failures.isEmpty()) {
                failures.addAll(rows.differences(Contents.read(session, before)));
                Map<String, Long> now = positions(session);
                positions.forEach((sequence, position) -> {
                    if (now.getOrDefault(sequence, 0L) < position) {
                        failures.add(sequence + " would give numbers again that it has given");
                    }
                });
            }
        }
        vacuous(statements, failures, remarks);
        return new Proof(failures.isEmpty(), failures, remarks, rows.count());
    }

    private boolean run(List<String> statements, String when, List<String> failures) {
        SqlSession session = scratch.session();
        try {
            together(session, statements);
            return true;
        } catch (SqlFailure alone) {
            if (!ALONE.contains(alone.sqlState())) {
                failures.add("a statement is refused " + when + ": " + alone.getMessage());
                return false;
            }
        }
        for (String statement : statements) {
            try {
                session.execute(statement);
            } catch (SqlFailure e) {
                failures.add("a statement is refused " + when + ": " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    /** In one transaction, but for SQLite's pragmas, which mean something only outside of one. */
    private static void together(SqlSession session, List<String> statements) {
        List<String> around = session.engine() == Engine.SQLITE
                ? statements.stream()
                        .filter(statement -> Effect.verb(statement).equals("PRAGMA"))
                        .distinct()
                        .toList()
                : List.of();
        if (!around.isEmpty()) {
            session.execute(around.getFirst());
        }
        session.begin();
        try {
            statements.stream().filter(statement -> !around.contains(statement)).forEach(session::execute);
            session.commit();
        } catch (SqlFailure e) {
            session.rollback();
            throw e;
        } finally {
            if (!around.isEmpty()) {
                session.execute(around.getLast());
            }
        }
    }

    private static boolean counts(SchemaObject object) {
        return object.kind() == Kind.SEQUENCE || object.is(Property.IDENTITY);
    }

    private Map<String, Long> positions(SqlSession session) {
        Map<String, Long> positions = new HashMap<>();
        if (session.engine() == Engine.POSTGRESQL && before.objects().stream().anyMatch(Proving::counts)) {
            String query =
                    "SELECT format('sequence %I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences";
            for (Row row : session.query(query)) {
                if (row.get("last_value") != null) {
                    positions.put(row.text("name"), Long.parseLong(row.text("last_value")));
                }
            }
        }
        boolean counts = session.engine() == Engine.SQLITE
                && !session.query("SELECT 1 AS x FROM sqlite_schema WHERE name = 'sqlite_sequence'")
                        .isEmpty();
        if (counts) {
            for (Row row : session.query("SELECT 'AUTOINCREMENT of ' || name AS name, seq FROM sqlite_sequence")) {
                positions.put(row.text("name"), Long.parseLong(row.text("seq")));
            }
        }
        return positions;
    }

    /** Rows that are not there cannot be lost: a destroyed table or column without any proves nothing. */
    private void vacuous(List<StatementWayBack> statements, List<String> failures, List<String> remarks) {
        empty.forEach((table, reason) -> {
            if (before.index().containsKey(table)) {
                boolean destroyed = statements.stream()
                        .flatMap(statement -> statement.reasons().stream())
                        .anyMatch(sentence -> sentence.contains(" kept in ") && sentence.contains(table.path()));
                String sentence = "no row could be put into " + table.path() + " to prove it with: " + reason;
                (destroyed ? failures : remarks).add(sentence);
            }
        });
    }
}
