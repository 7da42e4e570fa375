package io.axiom.cli.audit;

import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the audit log. */
final class FilterOptions {
    @Option(names = "--actor", paramLabel = "<name>", description = "Who.")
    private @Nullable String actor;

    @Option(
            names = "--aggregate",
            paramLabel = "<id>",
            description = "Of what, such as production.shop-agent; finds what is below it too.")
    private @Nullable String aggregate;

    @Option(names = "--type", paramLabel = "<type>", description = "What, such as HealthCheckFailed.")
    private @Nullable String type;

    @Option(
            names = "--context",
            paramLabel = "<service>",
            description = "Of which service: version, deployment, access.")
    private @Nullable String context;

    @Option(names = "--correlation", paramLabel = "<id>", description = "Everything one action led to.")
    private @Nullable String correlation;

    @Option(names = "--from", paramLabel = "<time>", description = "Not before this instant (ISO-8601).")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "<time>", description = "Before this instant (ISO-8601).")
    private @Nullable String until;

    Resource on(Resource resource) {
        return resource.with("actor", actor)
                .with("aggregate", aggregate)
                .with("type", type)
                .with("context", context)
                .with("correlation", correlation)
                .with("from", from)
                .with("to", until);
    }
}
