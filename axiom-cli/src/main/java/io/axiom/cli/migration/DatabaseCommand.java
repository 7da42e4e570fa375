package io.axiom.cli.migration;

import picocli.CommandLine.Command;

/** {@code axiom database}. */
@Command(
        name = "database",
        description = "Databases that are migrated: where they are, which version they are at, what their schema is.",
        subcommands = {
            RegisterDatabase.class,
            ListDatabases.class,
            GetDatabase.class,
            ChangeDatabase.class,
            ShowSchema.class,
            ValidateSchema.class
        },
        footer = "  axiom database get orders")
public final class DatabaseCommand {}
