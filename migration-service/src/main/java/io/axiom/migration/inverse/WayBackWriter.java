package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes and proves the way back of migrations that follow one another. On one scratch database each statement is tried and
 * its effect read off the catalog; on another the whole is gone there and back with rows in the tables.
 */
public final class WayBackWriter implements AutoCloseable {
    private final DatabaseAddress server;
    private Stage stage;

    /** The two databases, both at the same schema, and which of their tables have rows. */
    private static final class Stage {
        final Scratch trial;
        final Scratch proof;
        final List<String> missing;
        final Set<ObjectId> planted = new HashSet<>();
        final Map<ObjectId, String> empty = new HashMap<>();
        /** Where both stand. */
        Capture at;

        Stage(DatabaseAddress server, Snapshot schema) {
            trial = Scratch.on(server);
            try {
                proof = Scratch.on(server);
            } catch (RuntimeException e) {
                trial.close();
                throw e;
            }
            try {
                trial.build(schema);
                proof.build(schema);
                at = trial.capture();
                missing = SchemaDiff.differences(schema, at.snapshot()).stream()
                        .filter(difference -> difference.change() != Difference.Change.REORDERED)
                        .map(Difference::sentence)
                        .toList();
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        void plant(Snapshot schema) {
            List<ObjectId> tables = schema.objects().stream()
                    .map(SchemaObject::id)
                    .filter(id -> id.kind() == Kind.TABLE && planted.add(id))
                    .toList();
            new Seeds(trial.session(), schema).plant(tables);
            new Seeds(proof.session(), schema).plant(tables).forEach((table, why) -> {
                // A migration may have brought rows of its own; those prove as much.
                if (!hasRows(table)) {
                    empty.put(table, why);
                }
            });
        }

        private boolean hasRows(ObjectId table) {
            String name = trial.session().engine().identifier(table.name());
            String path =
                    table.schema().isEmpty() ? name : trial.session().engine().identifier(table.schema()) + '.' + name;
            return !proof.session()
                    .query("SELECT 1 AS one FROM " + path + " LIMIT 1")
                    .isEmpty();
        }

        void close() {
            try (trial) {
                proof.close();
            }
        }
    }

    private WayBackWriter(DatabaseAddress server, Snapshot schema) {
        this.server = server;
        this.stage = new Stage(server, schema);
    }

    /**
     * Opens the scratch databases.
     *
     * @param server where scratch databases may be created; the same engine and version as the target
     * @param schema the target's, as it is before the first migration
     */
    public static WayBackWriter on(DatabaseAddress server, Snapshot schema) {
        return new WayBackWriter(server, schema);
    }

    /**
     * The way back of the next migration. The scratch databases stand at the schema after it then.
     *
     * @param up its statements
     * @param keep whether what it destroys is kept, which makes more ways back lossless
     * @param name of the migration, letters and digits, for the names of kept tables
     * @throws io.axiom.language.RejectedException {@code migration.sql-refused} where a statement fails; the writer then
     *     still stands before this migration
     */
    public WayBack write(List<String> up, boolean keep, String name) {
        return write(up, keep, name, null);
    }

    private WayBack write(List<String> up, boolean keep, String name, @Nullable List<String> down) {
        Capture before = stage.at;
        stage.plant(before.snapshot());
        List<StatementWayBack> statements = new ArrayList<>();
        Capture at = before;
        Set<ObjectId> fresh = Set.of();
        try {
            for (int i = 0; i < up.size(); i++) {
                Trial trial = new Trial(stage.trial, at, fresh, keep, name + '_' + (i + 1));
                StatementWayBack found = trial.run(i + 1, up.get(i));
                statements.add(down == null ? found : found.takenBackBy(i == 0 ? down : List.of()));
                at = trial.after();
                fresh = trial.freshAfter();
            }
        } catch (RuntimeException e) {
            restart(before.snapshot());
            throw e;
        }
        WayBackGrade grade =
                statements.stream().map(StatementWayBack::grade).reduce(WayBackGrade.LOSSLESS, WayBackGrade::worse);
        Proving proving = new Proving(stage.proof, before.snapshot(), stage.empty, stage.missing);
        WayBack wayBack = new WayBack(grade, statements, proving.prove(statements));
        stage.at = at;
        advance(wayBack, up);
        return wayBack;
    }

    /**
     * The same for a way back that was written by hand. Where it is proven, nothing that was there before is lost.
     *
     * @param down its statements
     */
    public WayBack prove(List<String> up, List<String> down, String name) {
        WayBack generated = write(up, false, name, down);
        boolean betterThanGenerated = generated.proof().proven() && generated.grade() == WayBackGrade.IRREVERSIBLE;
        return betterThanGenerated
                ? new WayBack(WayBackGrade.LOSES_LATER_DATA, generated.statements(), generated.proof())
                : generated;
    }

    /** Brings the second database to where the first is; where that fails, both are made anew. */
    private void advance(WayBack wayBack, List<String> up) {
        try {
            if (wayBack.proof().proven()) {
                wayBack.release().forEach(stage.proof.session()::execute);
                up.forEach(stage.proof.session()::execute);
                return;
            }
        } catch (RuntimeException e) {
            // Made anew below.
        }
        restart(stage.at.snapshot());
    }

    private void restart(Snapshot schema) {
        stage.close();
        stage = new Stage(server, schema);
    }

    @Override
    public void close() {
        stage.close();
    }
}
