package io.axiom.cli.environment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "create",
        description = "Create an environment whose instances are processes on the platform's machine.",
        footer = {
            "  axiom environment create staging",
            "  axiom environment create production --error-rate 2 --max-rollback-points 20"
        })
final class CreateEnvironment extends Action {
    @Parameters(paramLabel = "<name>", description = "Lower-case letters, digits and hyphens.")
    private String name = "";

    @Option(names = "--first-port", paramLabel = "<port>", description = "Instances get ports from here …")
    private @Nullable Integer firstPort;

    @Option(names = "--last-port", paramLabel = "<port>", description = "… to here (default: the system chooses).")
    private @Nullable Integer lastPort;

    @Option(names = "--router-admin-url", paramLabel = "<url>", description = "Another router than the built-in one.")
    private @Nullable String routerAdminUrl;

    @Option(
            names = "--router-public-url",
            paramLabel = "<url>",
            description = "Where that router's users send requests.")
    private @Nullable String routerPublicUrl;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Override
    protected int run() {
        Fields target = new Fields()
                .with("type", firstPort == null && lastPort == null ? null : "process")
                .with("firstPort", firstPort)
                .with("lastPort", lastPort);
        JsonNode answer = api().post(
                        Resource.of("api", "environments"),
                        new Fields()
                                .with("name", name)
                                .with("target", target)
                                .with(
                                        "router",
                                        new Fields()
                                                .with("adminUrl", routerAdminUrl)
                                                .with("publicUrl", routerPublicUrl))
                                .with("policy", policy.fields()));
        show(answer, () -> {
            line(ink().good("✔") + " Environment " + name + " is created.");
            line("  Next: " + session().command() + " deploy <component> <version> --to " + name + " --watch");
        });
        return ExitCode.DONE;
    }
}
