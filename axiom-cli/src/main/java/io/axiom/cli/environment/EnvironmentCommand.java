package io.axiom.cli.environment;

import picocli.CommandLine.Command;

/** {@code axiom environment}. */
@Command(
        name = "environment",
        description = "Where components run: what runs there now, or did at any position.",
        subcommands = {CreateEnvironment.class, ListEnvironments.class, GetEnvironment.class, EnvironmentPolicy.class},
        footer = "  axiom environment get production --at 1234")
public final class EnvironmentCommand {}
