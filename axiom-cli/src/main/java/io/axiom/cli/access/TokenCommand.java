package io.axiom.cli.access;

import picocli.CommandLine.Command;

/** {@code axiom token}. */
@Command(
        name = "token",
        description = "API tokens: who may do what.",
        subcommands = {CreateToken.class, ListTokens.class, RevokeToken.class},
        footer = "  axiom token create ci --role operator")
public final class TokenCommand {}
