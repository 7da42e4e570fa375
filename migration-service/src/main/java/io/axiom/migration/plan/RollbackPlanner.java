package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.deployment.Strictness;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.registry.AppliedMigration;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.Refusals;
import io.axiom.migration.registry.RunPlan;
import io.axiom.migration.registry.RunPlan.Concern;
import io.axiom.migration.schema.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans the way back: what was applied last goes first, each by the way that was proven before it was applied. A migration that stopped
 * half way was begun last; of it exactly the statements are taken back that are in the database.
 */
public final class RollbackPlanner {
    private final Targets targets;
    private final ContentStore contents;

    public RollbackPlanner(Targets targets, ContentStore contents) {
        this.targets = targets;
        this.contents = contents;
    }

    /** @param appliedAt ids of the migrations that were applied as of a position */
    public RunPlan plan(Registered database, RollBackMigrations command, LongFunction<Set<String>> appliedAt) {
        DatabaseAddress address = targets.address(database);
        boolean strict = database.policy().unprovenIn(database.environment()) == Strictness.REFUSE;
        List<PlannedMigration> planned = new ArrayList<>();
        List<Concern> concerns = new ArrayList<>();
        List<AppliedMigration> back;
        try (SqlSession session = Targets.open(address, database.databaseId())) {
            TargetHistory.consistent(session, database);
            Optional<HalfApplied> half = HalfApplied.find(database, address, session, contents);
            back = chosen(database, command, appliedAt, half);
            half.map(found -> HalfPlan.of(
                            database, found, address, Housekeeping.without(Catalog.read(session)), contents))
                    .ifPresent(plan -> {
                        planned.add(plan);
                        concern(plan, command.accept(), strict).ifPresent(concerns::add);
                    });
        }
        for (AppliedMigration applied : back) {
            PlannedMigration up = applied.planned();
            if (up == null) {
                throw noWayBack(database, applied, "it was taken as applied, so its way back is not known");
            }
            int statements = contents.find(up.content()).orElseThrow().down().size();
            if (statements == 0 && up.statements() > 0) {
                throw noWayBack(database, applied, "it has no way back: " + String.join("; ", up.reasons()));
            }
            planned.add(up.back(statements, up.grade(), up.proven(), up.reasons(), up.content()));
            concern(up, command.accept(), strict).ifPresent(concerns::add);
        }
        return new RunPlan(
                Direction.DOWN, planned, PlanHash.of(database.databaseId(), Direction.DOWN, planned), concerns);
    }

    /** @param strict whether the policy refuses unproven ways back */
    private static Optional<Concern> concern(PlannedMigration up, @Nullable WayBackGrade accept, boolean strict) {
        if (up.grade() == WayBackGrade.IRREVERSIBLE) {
            return Optional.of(new Concern("migration.irreversible", loss(up, "does not bring back all data"), true));
        }
        if (!up.proven()) {
            boolean worse = accept != null && accept != WayBackGrade.IRREVERSIBLE;
            return Optional.of(new Concern("migration.way-back-unproven", loss(up, "was not proven"), strict || worse));
        }
        return up.grade() == WayBackGrade.LOSES_LATER_DATA
                ? Optional.of(new Concern(
                        "migration.loses-later-data",
                        loss(up, "loses what was written since it was applied"),
                        accept == WayBackGrade.LOSSLESS))
                : Optional.empty();
    }

    private static String loss(PlannedMigration up, String what) {
        return "The way back of migration " + up.migrationId() + ' ' + what + reasons(up) + '.';
    }

    private static String reasons(PlannedMigration up) {
        return up.reasons().isEmpty() ? "" : ": " + Texts.shorten(String.join("; ", up.reasons()), 500);
    }

    /** @param half goes first, whatever is chosen: the applied ones are below it */
    private static List<AppliedMigration> chosen(
            Registered database,
            RollBackMigrations command,
            LongFunction<Set<String>> appliedAt,
            Optional<HalfApplied> half) {
        List<AppliedMigration> newestFirst = database.appliedInOrder().reversed();
        long given = Stream.of(command.last(), command.migration(), command.after(), command.position(), command.runs())
                .filter(choice -> choice != null)
                .count();
        if (given != 1) {
            throw invalid("Exactly one of last, migration, after, position and runs says how far back.");
        }
        if (command.last() != null) {
            if (command.last() < 1) {
                throw invalid("last is how many migrations to take back, at least 1.");
            }
            int whole = command.last() - (half.isPresent() ? 1 : 0);
            return newestFirst.subList(0, Math.min(whole, newestFirst.size()));
        }
        if (command.runs() != null) {
            Set<String> runs = Set.copyOf(command.runs());
            half.ifPresent(found -> requireOf(runs, database, found));
            return appliedBy(database, newestFirst, runs);
        }
        if (command.migration() != null) {
            String name = command.migration();
            if (half.filter(found -> found.isNamed(name)).isPresent()) {
                return List.of();
            }
            AppliedMigration one = find(database, command.migration());
            return since(newestFirst, one, true);
        }
        if (command.after() != null) {
            return since(newestFirst, find(database, command.after()), false);
        }
        Set<String> then = appliedAt.apply(command.position() == null ? 0 : command.position());
        return newestFirst.stream()
                .filter(applied -> !then.contains(applied.migrationId()))
                .toList();
    }

    /** What stopped half way was begun by the last run. */
    private static void requireOf(Set<String> runs, Registered database, HalfApplied half) {
        if (database.lastRun().filter(run -> runs.contains(run.runId())).isEmpty()) {
            throw Refusals.appliedSince(database.databaseId(), half.planned().migrationId());
        }
    }

    private static List<AppliedMigration> appliedBy(
            Registered database, List<AppliedMigration> newestFirst, Set<String> runs) {
        List<AppliedMigration> back = newestFirst.stream()
                .filter(applied -> runs.contains(applied.runId()))
                .toList();
        if (!back.isEmpty() && !newestFirst.subList(0, back.size()).equals(back)) {
            throw Refusals.appliedSince(
                    database.databaseId(), newestFirst.getFirst().migrationId());
        }
        return back;
    }

    /** What was applied later may rest on it, so it goes too. */
    private static List<AppliedMigration> since(
            List<AppliedMigration> newestFirst, AppliedMigration one, boolean itself) {
        int at = newestFirst.indexOf(one);
        return newestFirst.subList(0, itself ? at + 1 : at);
    }

    private static AppliedMigration find(Registered database, String name) {
        AppliedMigration byId = database.find(name);
        if (byId != null) {
            return byId;
        }
        return database.appliedInOrder().reversed().stream()
                .filter(applied -> name.equals(applied.version()))
                .findFirst()
                .orElseThrow(() -> Refusals.notApplied(database.databaseId(), name));
    }

    private static RejectedException noWayBack(Registered database, AppliedMigration applied, String why) {
        return new RejectedException(new Rejection(
                "migration.no-way-back",
                Rejection.Kind.UNPROCESSABLE,
                "Migration " + applied.migrationId() + " on \"" + database.databaseId() + "\" cannot be taken back: "
                        + Texts.shorten(why, 1_000) + ".",
                "Take back only what was applied after it, or write a new migration that undoes it."));
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(new Rejection(
                "migration.rollback-target",
                Rejection.Kind.INVALID,
                detail,
                "Say one of --last <n>, --migration <id>, --after <version or id>, --to-position <position>."));
    }
}
