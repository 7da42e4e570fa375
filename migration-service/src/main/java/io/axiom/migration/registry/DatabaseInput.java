package io.axiom.migration.registry;

import io.axiom.language.Command;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseEvent.BaselinedMigration;
import java.util.List;

/** What a database decides: commands with what their decision needs from the world, and reports about runs. */
public sealed interface DatabaseInput extends Command {
    String databaseId();

    @Override
    default String aggregateId() {
        return databaseId();
    }

    /** Needs nothing else. */
    record Asked(DatabaseCommand command) implements DatabaseInput {
        @Override
        public String databaseId() {
            return command.databaseId();
        }
    }

    /** @param command {@code Migrate} or {@code RollBackMigrations} */
    record Planned(DatabaseCommand command, RunPlan plan) implements DatabaseInput {
        @Override
        public String databaseId() {
            return command.databaseId();
        }
    }

    record Baseline(DatabaseCommand.BaselineDatabase command, List<BaselinedMigration> migrations)
            implements DatabaseInput {
        @Override
        public String databaseId() {
            return command.databaseId();
        }
    }

    /** @param checksum of the source's text */
    record Repair(DatabaseCommand.RepairMigration command, String checksum) implements DatabaseInput {
        @Override
        public String databaseId() {
            return command.databaseId();
        }
    }

    /** @param holder of the database, in words */
    record Unstick(DatabaseCommand.UnstickMigrations command, String holder) implements DatabaseInput {
        @Override
        public String databaseId() {
            return command.databaseId();
        }
    }

    record Report(String databaseId, String runId, List<RunFact> facts) implements DatabaseInput {}
}
