package io.axiom.migration.registry;

import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseCommand.ChangeDatabase;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RegisterDatabase;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.DatabaseBaselined;
import io.axiom.language.migration.DatabaseEvent.MigrationPlanned;
import io.axiom.language.migration.DatabaseEvent.MigrationRepaired;
import io.axiom.language.migration.DatabaseEvent.MigrationsUnstuck;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.DatabaseState.Unregistered;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is done to a database: one run at a time, only as planned, and only what its policy lets pass. */
public final class DatabaseDecider implements Decider<DatabaseState, DatabaseInput, DatabaseEvent> {

    @Override
    public String aggregateType() {
        return "database";
    }

    @Override
    public Class<DatabaseInput> commands() {
        return DatabaseInput.class;
    }

    @Override
    public Class<DatabaseEvent> events() {
        return DatabaseEvent.class;
    }

    @Override
    public DatabaseState initial() {
        return new Unregistered();
    }

    @Override
    public Decision<DatabaseEvent> decide(DatabaseState state, DatabaseInput input, CommandContext context) {
        try {
            return switch (state) {
                case Unregistered _ ->
                    input instanceof DatabaseInput.Asked(RegisterDatabase register)
                            ? Registration.register(register)
                            : Decision.refuse(Refusals.notFound(input.databaseId()));
                case Registered database -> registered(database, input, context);
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static Decision<DatabaseEvent> registered(
            Registered database, DatabaseInput input, CommandContext context) {
        return switch (input) {
            case DatabaseInput.Asked(DatabaseCommand command) ->
                command instanceof ChangeDatabase change
                        ? Registration.change(database, change)
                        : Decision.refuse(Refusals.exists(database.databaseId()));
            case DatabaseInput.Planned(DatabaseCommand command, RunPlan plan) ->
                planned(database, command, plan, context);
            case DatabaseInput.Baseline baseline -> baseline(database, baseline);
            case DatabaseInput.Repair repair -> repair(database, repair);
            case DatabaseInput.Unstick unstick -> unstick(database, unstick);
            case DatabaseInput.Report report -> Reports.decide(database, report);
        };
    }

    private static Decision<DatabaseEvent> planned(
            Registered database, DatabaseCommand command, RunPlan plan, CommandContext context) {
        Optional<Run> running = database.running();
        if (running.isPresent()) {
            return Decision.refuse(Refusals.running(running.get(), database.databaseId()));
        }
        Wish wish = Wish.of(command);
        if (wish.planHash != null && !wish.planHash.equals(plan.hash())) {
            return Decision.refuse(Refusals.planChanged(wish.planHash, plan.hash()));
        }
        List<RunPlan.Concern> refused =
                plan.concerns().stream().filter(RunPlan.Concern::refused).toList();
        if (!refused.isEmpty() && !wish.force) {
            return Decision.refuse(Refusals.refused(refused));
        }
        if (wish.force && (wish.reason == null || wish.reason.isBlank())) {
            return Decision.refuse(Refusals.reasonMissing());
        }
        if (plan.migrations().isEmpty()) {
            return Decision.accept(List.of(), Map.of("planHash", plan.hash(), "migrations", "0"));
        }
        String runId = DatabaseCommand.runId(context.commandId());
        return Decision.accept(
                List.of(new MigrationPlanned(
                        database.databaseId(),
                        runId,
                        plan.direction(),
                        plan.migrations(),
                        plan.hash(),
                        Refusals.sentences(plan.concerns()),
                        wish.reason,
                        plan.source())),
                Map.of(
                        "runId",
                        runId,
                        "planHash",
                        plan.hash(),
                        "migrations",
                        Integer.toString(plan.migrations().size())));
    }

    /** What both kinds of run have in common. */
    private record Wish(
            @Nullable String planHash,
            boolean force,
            @Nullable String reason) {
        static Wish of(DatabaseCommand command) {
            return switch (command) {
                case Migrate m -> new Wish(m.planHash(), Boolean.TRUE.equals(m.force()), m.reason());
                case RollBackMigrations r -> new Wish(r.planHash(), Boolean.TRUE.equals(r.force()), r.reason());
                default -> throw new IllegalStateException("Not a run: " + command.getClass());
            };
        }
    }

    private static Decision<DatabaseEvent> baseline(Registered database, DatabaseInput.Baseline input) {
        Registration.requireReason(input.command().reason());
        Optional<Run> running = database.running();
        if (running.isPresent()) {
            return Decision.refuse(Refusals.running(running.get(), database.databaseId()));
        }
        for (var migration : input.migrations()) {
            if (database.find(migration.migrationId()) != null) {
                return Decision.refuse(Refusals.alreadyApplied(database.databaseId(), migration.migrationId()));
            }
        }
        return Decision.accept(
                input.migrations().isEmpty()
                        ? List.of()
                        : List.of(new DatabaseBaselined(
                                database.databaseId(),
                                input.migrations(),
                                input.command().reason())),
                Map.of("migrations", Integer.toString(input.migrations().size())));
    }

    private static Decision<DatabaseEvent> repair(Registered database, DatabaseInput.Repair input) {
        Registration.requireReason(input.command().reason());
        AppliedMigration known = database.find(input.command().migration());
        if (known == null) {
            throw Refusals.notApplied(database.databaseId(), input.command().migration());
        }
        return Decision.accept(
                known.checksum().equals(input.checksum())
                        ? List.of()
                        : List.of(new MigrationRepaired(
                                database.databaseId(),
                                known.migrationId(),
                                known.checksum(),
                                input.checksum(),
                                input.command().reason())),
                Map.of("checksum", input.checksum()));
    }

    private static Decision<DatabaseEvent> unstick(Registered database, DatabaseInput.Unstick input) {
        Registration.requireReason(input.command().reason());
        Optional<Run> running = database.running();
        if (running.isEmpty() && input.holder().isEmpty()) {
            return Decision.refuse(Refusals.nothingStuck(database.databaseId()));
        }
        return Decision.accept(List.of(new MigrationsUnstuck(
                database.databaseId(),
                running.map(Run::runId).orElse(null),
                input.holder(),
                input.command().reason())));
    }

    @Override
    public DatabaseState evolve(DatabaseState state, DatabaseEvent event) {
        return Evolution.evolve(state, event);
    }
}
