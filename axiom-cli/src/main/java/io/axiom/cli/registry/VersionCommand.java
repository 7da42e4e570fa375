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
            ShowHistory.class,
            ShowChangelog.class,
            VerifyArtifacts.class,
            ChannelCommand.class,
            DeprecateVersion.class,
            EndVersion.class,
            YankVersion.class,
            TagVersion.class,
            CompareVersions.class,
            CompareSurfaces.class,
            CheckCompatibility.class,
            ShowMatrix.class,
            ShowUpgradePath.class,
            DeclareCompatibility.class,
            RecordTest.class,
            RequireStop.class,
            LiftStop.class
        },
        footer = "  axiom version create shop-agent 1.0.0 -- java -jar /opt/shop/agent.jar")
public final class VersionCommand {}
