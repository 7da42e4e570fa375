package io.axiom.cli.rollback;

import picocli.CommandLine.Command;

/** {@code axiom rollback-point}. */
@Command(
        name = "rollback-point",
        description = "Moments with a name, to go back to.",
        subcommands = {CreateRollbackPoint.class, ListRollbackPoints.class, DeleteRollbackPoint.class},
        footer = "  axiom rollback-point create production --description 'Before the sale'")
public final class RollbackPointCommand {}
