package io.axiom.migration.plan;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseCommand.BaselineDatabase;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RepairMigration;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.DatabaseCommand.UnstickMigrations;
import io.axiom.language.migration.DatabaseEvent.BaselinedMigration;
import io.axiom.language.migration.Direction;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.DatabaseInput;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.RunPlan;
import io.axiom.migration.run.LeaseHolder;
import io.axiom.migration.run.Leases;
import io.axiom.migration.source.Migration;
import io.axiom.runtime.aggregate.Preparation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds out what each command's decision needs from source and target. */
public final class Preparations {
    private static final RunPlan NONE = new RunPlan(Direction.UP, List.of(), "", List.of());

    private final CurrentDatabases databases;
    private final Sources sources;
    private final MigrationPlanner planner;
    private final RollbackPlanner rollbacks;
    private final Targets targets;

    public Preparations(
            CurrentDatabases databases,
            Sources sources,
            MigrationPlanner planner,
            RollbackPlanner rollbacks,
            Targets targets) {
        this.databases = databases;
        this.sources = sources;
        this.planner = planner;
        this.rollbacks = rollbacks;
        this.targets = targets;
    }

    /** What would be done, whether or not the policy lets it pass. */
    public RunPlan plan(Migrate command) {
        return planner.plan(databases.require(command.databaseId()), command);
    }

    /** What would be taken back, whether or not the policy lets it pass. */
    public RunPlan plan(RollBackMigrations command) {
        String id = command.databaseId();
        return rollbacks.plan(databases.require(id), command, position -> databases.appliedAt(id, position));
    }

    private DatabaseInput migrate(Migrate command) {
        return new DatabaseInput.Planned(command, isBusy(command) ? NONE : plan(command));
    }

    private DatabaseInput rollBack(RollBackMigrations command) {
        return new DatabaseInput.Planned(command, isBusy(command) ? NONE : plan(command));
    }

    /** Then it will be refused, whatever the plan is. */
    private boolean isBusy(DatabaseCommand command) {
        return databases.require(command.databaseId()).running().isPresent();
    }

    private DatabaseInput baseline(BaselineDatabase command) {
        Registered database = databases.require(command.databaseId());
        List<Migration> migrations = Pending.of(
                        database, sources.load(command.source()).set(), Map.of(), command.to())
                .migrations();
        return new DatabaseInput.Baseline(
                command,
                migrations.stream()
                        .map(m -> new BaselinedMigration(
                                m.id(), m.version() == null ? null : m.version().text(), m.name(), m.checksum()))
                        .toList());
    }

    private DatabaseInput repair(RepairMigration command) {
        Registered database = databases.require(command.databaseId());
        Migration migration = sources.load(command.source()).migrations().stream()
                .filter(m -> m.id().equals(command.migration()))
                .findFirst()
                .orElseThrow(() -> SourceRefusals.notInSource(database.databaseId(), command.migration()));
        return new DatabaseInput.Repair(command, migration.checksum());
    }

    private DatabaseInput unstick(UnstickMigrations command) {
        Registered database = databases.require(command.databaseId());
        try (SqlSession session = targets.open(database)) {
            return new DatabaseInput.Unstick(
                    command, Leases.holder(session).map(LeaseHolder::sentence).orElse(""));
        } catch (RejectedException unreachable) {
            return new DatabaseInput.Unstick(
                    command, "not known: " + unreachable.rejection().detail());
        }
    }

    /** By the type of the command. */
    public Map<Class<? extends Command>, Preparation<?>> byType() {
        Map<Class<? extends Command>, Preparation<?>> all = new HashMap<>();
        for (Class<? extends DatabaseCommand> type :
                List.of(DatabaseCommand.RegisterDatabase.class, DatabaseCommand.ChangeDatabase.class)) {
            all.put(type, (Preparation<DatabaseCommand>) (command, _) -> new DatabaseInput.Asked(command));
        }
        all.put(Migrate.class, costly(this::migrate));
        all.put(RollBackMigrations.class, costly(this::rollBack));
        all.put(BaselineDatabase.class, costly(this::baseline));
        all.put(RepairMigration.class, costly(this::repair));
        all.put(UnstickMigrations.class, costly(this::unstick));
        return Map.copyOf(all);
    }

    private static <C extends Command> Preparation<C> costly(Function<C, DatabaseInput> prepare) {
        return new Preparation<>() {
            @Override
            public Command prepare(C command, CommandContext context) {
                return prepare.apply(command);
            }

            @Override
            public boolean isCostly() {
                return true;
            }
        };
    }
}
