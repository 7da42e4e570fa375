package io.axiom.cli.registry;

import picocli.CommandLine.Command;

/** {@code axiom version channel}. */
@Command(
        name = "channel",
        description = "Names that point to one version of a component at a time.",
        subcommands = {ListChannels.class, MoveChannel.class},
        footer = "  axiom version channel list shop-agent")
final class ChannelCommand {}
