package io.axiom.cli.registry;

import picocli.CommandLine.Command;

/** {@code axiom version}. */
@Command(
        name = "version",
        description = "The versions of a component.",
        subcommands = {
            CreateVersion.class,
            ListVersions.class,
            GetVersion.class,
            DeprecateVersion.class,
            YankVersion.class
        },
        footer = "  axiom version create shop-agent 1.0.0 -- java -jar /opt/shop/agent.jar")
public final class VersionCommand {}
