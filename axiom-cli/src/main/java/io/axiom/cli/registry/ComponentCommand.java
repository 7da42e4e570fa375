package io.axiom.cli.registry;

import picocli.CommandLine.Command;

/** {@code axiom component}. */
@Command(
        name = "component",
        description = "What is versioned and deployed.",
        subcommands = {
            RegisterComponent.class,
            ListComponents.class,
            GetComponent.class,
            ComponentPolicyChange.class,
            ReplaceTemplate.class
        },
        footer = "  axiom component register shop-agent --description 'Answers customers'")
public final class ComponentCommand {}
