package io.axiom.cli.deployment;

import picocli.CommandLine.Command;

/** {@code axiom deployment}. */
@Command(
        name = "deployment",
        description = "Deployments, running and ended.",
        subcommands = {ListDeployments.class, GetDeployment.class, ApproveDeployment.class},
        footer = "  axiom deployment get production.shop-agent.7 -w")
public final class DeploymentCommand {}
