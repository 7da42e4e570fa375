package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Maintenance;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out from the catalog whether a statement happened that was begun outside of a transaction. */
final class Recovery {
    /** What became of a statement. */
    sealed interface Verdict {
        record Happened() implements Verdict {}

        /** @param instead what to run now: the statement itself, or what is left of it */
        record DidNot(String instead) implements Verdict {}

        record Unknown(String why) implements Verdict {}
    }

    /** Parts of ALTER TABLE whose effect is in the rows, not in the schema. */
    private static final Set<String> ROWS = Set.of("exchange", "truncate", "discard", "import", "coalesce");

    private static final Set<String> DEFINITIONS =
            Set.of("create", "alter", "drop", "rename", "grant", "revoke", "comment", "analyze", "flush");

    private final DatabaseAddress address;
    private final SqlSession session;
    private final Engine engine;

    Recovery(DatabaseAddress address, SqlSession session) {
        this.address = address;
        this.session = session;
        this.engine = session.engine();
    }

    Verdict find(String text, SchemaBefore before) {
        Statement statement = Words.read(engine, text);
        SchemaBefore now = SchemaBefore.read(session);
        List<Difference> differences = SchemaDiff.differences(before.snapshot(), now.snapshot());
        return switch (statement) {
            case Definition.CreateTable create
            when kept(create.table()) -> {
                boolean there = now.kept().contains(create.table().last().value());
                yield there ? new Verdict.Happened() : new Verdict.DidNot(text);
            }
            case Definition.Drop drop
            when engine == Engine.MARIADB && drop.names().size() > 1 ->
                // Each of its objects is dropped for itself: the rest is dropped now.
                new Verdict.DidNot("DROP " + drop.object() + " IF EXISTS "
                        + drop.names().stream().map(this::quoted).collect(Collectors.joining(", ")));
            case Definition.Drop drop
            when drop.names().stream().anyMatch(Recovery::kept) -> {
                boolean there =
                        now.kept().contains(drop.names().getFirst().last().value());
                yield there ? new Verdict.DidNot(text) : new Verdict.Happened();
            }
            case Definition.CreateIndex index
            when index.concurrently() -> new ConcurrentIndexes(session).find(text, before.snapshot(), now.snapshot());
            case Maintenance maintenance -> {
                new ConcurrentIndexes(session).dropLeftovers(before.snapshot(), now.snapshot());
                yield new Verdict.DidNot(text);
            }
            case Change.Truncate truncate -> truncated(truncate, text);
            case Statement.SetParameter set -> new Verdict.DidNot(text);
            default -> differences.isEmpty() ? unchanged(text) : changed(text, before.snapshot(), differences);
        };
    }

    private static boolean kept(QualifiedName table) {
        return table.last().value().startsWith("axiom_");
    }

    private String quoted(QualifiedName name) {
        return name.parts().stream()
                .map(part -> engine.identifier(part.value()))
                .collect(Collectors.joining("."));
    }

    private Verdict truncated(Change.Truncate truncate, String text) {
        boolean empty = truncate.tables().stream()
                .allMatch(table -> session.query("SELECT 1 AS x FROM " + quoted(table) + " LIMIT 1")
                        .isEmpty());
        return empty
                ? new Verdict.Happened()
                : new Verdict.Unknown("the table has rows, which may be those before or new ones: " + text);
    }

    /** The schema is as it was. If the statement changes the schema, it did not happen, or changes nothing again. */
    private Verdict unchanged(String text) {
        String first = Words.first(engine, text);
        if (engine == Engine.SQLITE || DEFINITIONS.contains(first) && !Words.anyOf(engine, text, ROWS)) {
            return new Verdict.DidNot(text);
        }
        return new Verdict.Unknown("what it does cannot be seen in the schema");
    }

    /** The schema is another. If the statement makes just this difference, it happened. */
    private Verdict changed(String text, Snapshot before, List<Difference> found) {
        try (Scratch scratch = Scratch.on(address)) {
            scratch.build(before);
            Snapshot there = scratch.snapshot();
            scratch.session().execute(text);
            Set<String> expected = sentences(SchemaDiff.differences(there, scratch.snapshot()));
            return expected.equals(sentences(found))
                    ? new Verdict.Happened()
                    : new Verdict.Unknown("the schema is neither as before it nor as after it: "
                            + String.join("; ", sentences(found)));
        } catch (SqlFailure | RejectedException e) {
            return new Verdict.Unknown("it could not be tried on a scratch database: " + e.getMessage());
        }
    }

    private static Set<String> sentences(List<Difference> differences) {
        return differences.stream().map(Difference::sentence).collect(Collectors.toCollection(TreeSet::new));
    }
}
