package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.run.Recovery.Verdict;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.sql.syntax.Definition;
import java.util.List;
import java.util.Map;

/** PostgreSQL: what CREATE INDEX CONCURRENTLY and REINDEX CONCURRENTLY leave when they do not end. */
final class ConcurrentIndexes {
    private final SqlSession session;

    ConcurrentIndexes(SqlSession session) {
        this.session = session;
    }

    Verdict find(String text, Snapshot before, Snapshot now) {
        if (!(Words.read(Engine.POSTGRESQL, text) instanceof Definition.CreateIndex create)) {
            throw new IllegalArgumentException(text);
        }
        String table = create.table().last().value();
        List<SchemaObject> made = added(before, now).stream()
                .filter(index -> index.id().owner().equals(table))
                .filter(index -> create.index() == null
                        || index.id().name().equals(create.index().value()))
                .toList();
        boolean invalid = made.stream().anyMatch(ConcurrentIndexes::invalid);
        if (made.size() > 1) {
            return new Verdict.Unknown("more than one index of " + table + " is new, and the statement names none");
        }
        if (made.isEmpty()) {
            return new Verdict.DidNot(text);
        }
        if (!invalid) {
            return new Verdict.Happened();
        }
        drop(made.getFirst().id());
        return new Verdict.DidNot(text);
    }

    void dropLeftovers(Snapshot before, Snapshot now) {
        added(before, now).stream()
                .filter(ConcurrentIndexes::invalid)
                .filter(index -> index.id().name().matches(".*_cc(new|old)\\d*"))
                .forEach(index -> drop(index.id()));
    }

    private void drop(ObjectId index) {
        session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + Engine.POSTGRESQL.identifier(index.schema()) + "."
                + Engine.POSTGRESQL.identifier(index.name()));
    }

    /** Indexes that are new, or were valid before and are not now. */
    private static List<SchemaObject> added(Snapshot before, Snapshot now) {
        Map<ObjectId, SchemaObject> old = before.index();
        return now.objects().stream()
                .filter(object -> object.kind() == Kind.INDEX)
                .filter(object -> !old.containsKey(object.id()))
                .toList();
    }

    private static boolean invalid(SchemaObject index) {
        return index.is("invalid");
    }
}
