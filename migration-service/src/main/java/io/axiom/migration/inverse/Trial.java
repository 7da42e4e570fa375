package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One statement tried on a scratch database: what it does, how that is graded, what takes it back. */
final class Trial {
    private final Scratch scratch;
    private final Capture before;
    private final SortedMap<ObjectId, SchemaObject> index;
    private final @Nullable Keeper keeper;
    private final Set<ObjectId> fresh;
    private Capture after;
    private Set<ObjectId> freshAfter = Set.of();

    /** @param fresh tables that statements before this one have made, and that the way back drops with all their rows */
    Trial(Scratch scratch, Capture before, Set<ObjectId> fresh, boolean keep, String prefix) {
        this.scratch = scratch;
        this.before = before;
        this.fresh = fresh;
        this.index = before.snapshot().index();
        this.keeper = keep ? keeper(prefix) : null;
        this.after = before;
    }

    private Keeper keeper(String prefix) {
        return switch (before.snapshot().engine()) {
            case POSTGRESQL -> new PostgresKeeper(index, prefix);
            case MARIADB, SQLITE -> new CopyKeeper(before.snapshot().engine(), index, prefix);
        };
    }

    Capture after() {
        return after;
    }

    /** The tables that this statement and those before it have made. */
    Set<ObjectId> freshAfter() {
        return freshAfter;
    }

    /** The tables that the statements up to this one have made. After a rename none is known to be, which only keeps more. */
    private Set<ObjectId> fresh(String statement, List<Rename> renames) {
        if (!renames.isEmpty()) {
            return Set.of();
        }
        Set<ObjectId> now = new HashSet<>();
        boolean creates = Effect.verb(statement).equals("CREATE");
        for (SchemaObject object : after.snapshot().objects()) {
            if (object.kind() == Kind.TABLE
                    && (fresh.contains(object.id()) || creates && !index.containsKey(object.id()))) {
                now.add(object.id());
            }
        }
        return Set.copyOf(now);
    }

    StatementWayBack run(int number, String statement) {
        Effect effect = Effect.of(statement);
        List<ObjectId> targets = effect == Effect.SCHEMA ? List.of() : targets(statement);
        scratch.apply(statement);
        after = scratch.capture();
        List<Rename> renames = Renames.between(before, after, statement);
        freshAfter = fresh(statement, renames);
        Snapshot unrenamed = unrename(renames);

        Keep keep = new Keep();
        Verdict verdict = new Verdict();
        renames.forEach(rename -> verdict.say(WayBackGrade.LOSSLESS, rename.sentence()));
        List<Difference> differences = SchemaDiff.differences(before.snapshot(), unrenamed);
        new Grading(index, unrenamed.index(), statement, keeper).judge(differences, keep, verdict);
        if (effect != Effect.SCHEMA) {
            rows(effect, targets, statement, keep, verdict);
        }
        List<String> back = new ArrayList<>(renames.stream().map(Rename::back).toList());
        back.addAll(keep.beforehand);
        if (!differences.isEmpty()) {
            back.addAll(SchemaDiff.between(unrenamed, before.snapshot(), keep.refill)
                    .statements());
        }
        back.addAll(keep.afterwards);
        if (verdict.reasons().isEmpty()) {
            verdict.say(WayBackGrade.LOSSLESS, "it changes neither the schema nor rows");
        }
        return new StatementWayBack(
                number,
                statement,
                verdict.grade(),
                verdict.reasons(),
                keep.before,
                keep.after,
                back,
                keep.release.stream().distinct().toList());
    }

    private @Nullable List<ObjectId> targets(String statement) {
        return switch (before.snapshot().engine()) {
            case POSTGRESQL -> PostgresTargets.of(scratch.session(), index, statement);
            case MARIADB, SQLITE -> CopyTargets.of(index, statement);
        };
    }

    private Snapshot unrename(List<Rename> renames) {
        if (renames.isEmpty()) {
            return after.snapshot();
        }
        renames.forEach(rename -> scratch.apply(rename.back()));
        Snapshot unrenamed = scratch.snapshot();
        renames.reversed().forEach(rename -> scratch.apply(rename.forward()));
        return unrenamed;
    }

    private void rows(Effect effect, @Nullable List<ObjectId> all, String statement, Keep keep, Verdict verdict) {
        List<ObjectId> targets = all == null
                ? null
                : all.stream().filter(table -> !fresh.contains(table)).toList();
        if (effect == Effect.OUTSIDE) {
            verdict.say(
                    WayBackGrade.IRREVERSIBLE,
                    "its rows come from outside the migration and cannot be told from others");
        } else if (all != null && !all.isEmpty() && fresh.containsAll(all)) {
            verdict.say(WayBackGrade.LOSSLESS, "the rows it changes go with their table, which the migration makes");
        } else if (keeper == null) {
            if (effect == Effect.ROWS || Effect.verb(statement).equals("TRUNCATE")) {
                verdict.say(WayBackGrade.IRREVERSIBLE, "the rows it changes are not kept");
            } else {
                verdict.say(WayBackGrade.IRREVERSIBLE, "it may change any row, and none is kept");
            }
        } else if (targets == null) {
            verdict.say(
                    WayBackGrade.IRREVERSIBLE,
                    "it may change more tables than are watched (" + PostgresTargets.MOST + ")");
        } else if (!targets.isEmpty()) {
            String kept = keeper.rows(targets, keep);
            if (kept == null) {
                verdict.say(
                        WayBackGrade.IRREVERSIBLE,
                        "a table it changes has no primary key by which its rows could be found again");
                return;
            }
            boolean adds = List.of("INSERT", "MERGE", "WITH", "REPLACE").contains(Effect.verb(statement))
                    || effect == Effect.ANYTHING && !Effect.verb(statement).equals("TRUNCATE");
            verdict.say(
                    adds ? WayBackGrade.LOSES_LATER_DATA : WayBackGrade.LOSSLESS,
                    "the rows it changes are kept in " + kept
                            + (adds ? "; rows it adds are deleted again, with what was written to them later" : ""));
        }
    }
}
