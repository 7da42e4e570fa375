package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.Run;
import io.axiom.migration.run.History;
import io.axiom.migration.run.Unfinished;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Scratch;
import java.util.List;
import java.util.Optional;

/**
 * A migration that stopped between two of its statements, on the way there, or while that half was taken back.
 *
 * @param planned as the run had it that began it last
 * @param touched how many of the content's statements are in the database
 */
record HalfApplied(Unfinished unfinished, PlannedMigration planned, MigrationContent content, int touched) {

    /**
     * The one there is, if any: a run ends at the first migration that fails.
     *
     * @throws RejectedException where a statement of it was begun and whether it happened cannot be found out
     */
    static Optional<HalfApplied> find(
            Registered database, DatabaseAddress address, SqlSession session, ContentStore contents) {
        History history = History.of(session);
        for (Unfinished unfinished : history.unfinished()) {
            // One that is applied, and being taken back, is known to the log as applied until that is done.
            boolean whole = unfinished.direction() == Direction.DOWN && database.find(unfinished.id()) != null;
            boolean up = unfinished.direction() == Direction.UP;
            int touched = up ? history.touched(unfinished.id(), address) : 0;
            if (!whole && (!up || touched > 0)) {
                return Optional.of(of(database, unfinished, touched, contents));
            }
        }
        return Optional.empty();
    }

    private static HalfApplied of(Registered database, Unfinished unfinished, int touched, ContentStore contents) {
        boolean up = unfinished.direction() == Direction.UP;
        for (Run run : database.runs().reversed()) {
            Optional<PlannedMigration> planned =
                    run.direction() == unfinished.direction() ? run.migration(unfinished.id()) : Optional.empty();
            Optional<MigrationContent> content = planned.flatMap(known -> contents.find(known.content()));
            if (content.isPresent() && (!up || begins(content.get(), unfinished, touched))) {
                return new HalfApplied(unfinished, planned.orElseThrow(), content.get(), touched);
            }
        }
        throw new RejectedException(new Rejection(
                "migration.half-unknown",
                Rejection.Kind.CONFLICT,
                "Migration " + unfinished.id() + " is half applied on \"" + database.databaseId()
                        + "\", and none of the runs the log knows has begun it so.",
                "Let whoever began it go on to its end."));
    }

    private static boolean begins(MigrationContent content, Unfinished unfinished, int touched) {
        List<String> up = content.up();
        return up.size() >= touched
                && unfinished.statements().size() >= touched
                && up.subList(0, touched).equals(unfinished.statements().subList(0, touched));
    }

    boolean isNamed(String name) {
        return planned.migrationId().equals(name) || name.equals(planned.version());
    }

    /** The schema before the migration: the one now, on a scratch database, with what is applied of it taken back there. */
    Optional<Snapshot> schemaBefore(DatabaseAddress server, Snapshot now) {
        if (unfinished.direction() == Direction.DOWN) {
            return Optional.empty();
        }
        HalfWayBack back = HalfWayBack.of(this);
        if (!back.unknown().isEmpty()) {
            return Optional.empty();
        }
        try (Scratch scratch = Scratch.on(server)) {
            scratch.build(now);
            back.applyTo(scratch);
            return Optional.of(scratch.snapshot());
        } catch (RejectedException | SqlFailure e) {
            return Optional.empty();
        }
    }
}
