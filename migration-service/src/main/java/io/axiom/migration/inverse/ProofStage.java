package io.axiom.migration.inverse;

import io.axiom.language.RejectedException;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database on which migrations are gone there and back, with rows in its tables. For one thread at a time. */
final class ProofStage implements AutoCloseable {
    private final DatabaseAddress server;
    private final Set<ObjectId> planted = new HashSet<>();
    private final Map<ObjectId, String> empty = new HashMap<>();
    private Scratch scratch;
    private List<String> missing;
    private boolean rebuilt;
    private @Nullable RejectedException lost;

    ProofStage(DatabaseAddress server, Snapshot schema) {
        this.server = server;
        this.scratch = built(server, schema);
        this.missing = SchemaDiff.sentences(schema, scratch.snapshot());
    }

    /** A scratch database with this schema, as far as it can be built. */
    static Scratch built(DatabaseAddress server, Snapshot schema) {
        Scratch scratch = Scratch.on(server);
        try {
            scratch.build(schema);
            return scratch;
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /**
     * Goes there and back, compares, and goes there again.
     *
     * @param up the migration's own statements
     * @param known the schema before it; null where this database's own is to be read, which may lack what could not be rebuilt
     * @param after the schema it leads to
     * @throws RejectedException where the database could not be brought to this migration
     */
    Proof prove(List<StatementWayBack> statements, List<String> up, @Nullable Snapshot known, Snapshot after) {
        if (lost != null) {
            throw lost;
        }
        Snapshot before = known == null || rebuilt ? scratch.snapshot() : known;
        plant(before);
        Proof proof = new Proving(scratch, before, empty, missing).prove(statements);
        if (!proof.proven() || !advanced(statements, up)) {
            rebuild(after);
        }
        return proof;
    }

    private boolean advanced(List<StatementWayBack> statements, List<String> up) {
        try {
            for (StatementWayBack statement : statements) {
                statement.release().forEach(scratch.session()::execute);
            }
            up.forEach(scratch.session()::execute);
            return true;
        } catch (SqlFailure e) {
            return false;
        }
    }

    private void rebuild(Snapshot schema) {
        planted.clear();
        empty.clear();
        try {
            scratch.close();
            scratch = built(server, schema);
            missing = SchemaDiff.sentences(schema, scratch.snapshot());
            rebuilt = true;
        } catch (RejectedException e) {
            lost = e;
        }
    }

    private void plant(Snapshot schema) {
        List<ObjectId> tables = fresh(schema, planted);
        if (tables.isEmpty()) {
            return;
        }
        new Seeds(scratch.session(), schema).plant(tables).forEach((table, why) -> {
            // A migration may have brought rows of its own; those prove as much.
            if (!hasRows(table)) {
                empty.put(table, why);
            }
        });
    }

    /** The tables not planted yet, which they are from now on. */
    static List<ObjectId> fresh(Snapshot schema, Set<ObjectId> planted) {
        return schema.objects().stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() == Kind.TABLE && planted.add(id))
                .toList();
    }

    private boolean hasRows(ObjectId table) {
        String name = scratch.session().engine().identifier(table.name());
        String path =
                table.schema().isEmpty() ? name : scratch.session().engine().identifier(table.schema()) + '.' + name;
        return !scratch.session()
                .query("SELECT 1 AS one FROM " + path + " LIMIT 1")
                .isEmpty();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
