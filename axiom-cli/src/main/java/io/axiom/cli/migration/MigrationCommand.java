package io.axiom.cli.migration;

import picocli.CommandLine.Command;

/** {@code axiom migration}. */
@Command(
        name = "migration",
        description = "Migrate databases, and take it back: every way back is proven before the way there may run.",
        subcommands = {
            PlanMigrations.class,
            RunMigrations.class,
            ListMigrations.class,
            MigrationStatus.class,
            RollBackMigrations.class,
            BaselineDatabase.class,
            RepairMigration.class,
            UnstickMigrations.class,
            LintMigrations.class,
            DiffSchemas.class
        },
        footer = "  axiom migration plan orders db/migrations")
public final class MigrationCommand {}
