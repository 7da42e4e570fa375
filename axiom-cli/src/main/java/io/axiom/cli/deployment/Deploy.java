package io.axiom.cli.deployment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.language.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code axiom deploy}. */
@Command(
        name = "deploy",
        description = {
            "Deploy a version of a component to an environment.",
            "With --watch the exit code is its result: 0 completed, 1 failed, 3 rolled back."
        },
        footer = {
            "  axiom deploy shop-agent 1.1.0 --to production --canary 10:10s,50:30s,100 --health /health --watch",
            "  axiom deploy shop-agent 1.1.0 --to production --dry-run",
            "  axiom deploy -f deployment.json --watch"
        })
public final class Deploy extends Action {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "<component>",
            description = "What to deploy; or in the file.")
    private @Nullable String component;

    @Parameters(index = "1", arity = "0..1", paramLabel = "<version>", description = "Which version; or in the file.")
    private @Nullable String version;

    @Option(names = "--to", paramLabel = "<environment>", description = "Where; or in the file.")
    private @Nullable String environment;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "<file>",
            description = "JSON or YAML with the fields of a deployment; options given beside it win.")
    private @Nullable Path file;

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(names = "--instances", paramLabel = "<n>", description = "How many (default: as many as run now, else 1).")
    private @Nullable Integer instances;

    @Option(
            names = "--config",
            paramLabel = "<key=value>",
            description =
                    "Configuration that travels with the release; several times. Without any, the running release's is kept."
                            + " A value secret:env:NAME or secret:file:/path is a reference.")
    private Map<String, String> configuration = Map.of();

    @Option(
            names = "--health",
            paramLabel = "<check>",
            description = "A path such as /health, or tcp, tcp:<port>, process, command:<command>; several times.")
    private List<String> health = List.of();

    @Option(
            names = "--rollback-on-failure",
            negatable = true,
            fallbackValue = "true",
            description = "Go back by itself when it fails (default: the environment's policy).")
    private @Nullable Boolean rollbackOnFailure;

    @Option(
            names = "--error-rate",
            paramLabel = "<percent>",
            description = "More failed responses than this are a failure.")
    private @Nullable Double errorRate;

    @Option(
            names = "--latency-p99",
            paramLabel = "<time>",
            description = "A slower 99th percentile than this is a failure.")
    private @Nullable Duration latency;

    @Option(names = "--timeout", paramLabel = "<time>", description = "For all of it, such as 10m.")
    private @Nullable Duration timeout;

    @Option(
            names = "--approver",
            paramLabel = "<name>",
            description = "Wait for approval by one of these; several times.")
    private List<String> approvers = List.of();

    @Option(names = "--allow-rolled-back", description = "Deploy a release although it was rolled back before.")
    private boolean allowRolledBack;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Show the plan; nothing happens.")
    private boolean dryRun;

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends; its result is the exit code.")
    private boolean watch;

    @Override
    protected int run() {
        ObjectNode request = request();
        Api api = api();
        JsonNode answer = api.post(Resource.of("api", "deployments"), request);
        if (request.path("dryRun").asBoolean(false)) {
            show(answer, () -> new DryRun(ink()).lines(answer).forEach(this::line));
            return ExitCode.DONE;
        }
        String id = answer.path("deploymentId").asString("");
        if (watch) {
            return new Watch(session(), api, ink(), structured()).follow(id);
        }
        show(answer, () -> {
            line(ink().good("✔") + " " + id + " is under way.");
            if (answer.has("warning")) {
                line(ink().busy("! " + Ink.clean(answer.path("warning").asString(""))));
            }
            line("  Next: " + session().command() + " deployment get " + id + " -w");
        });
        return ExitCode.DONE;
    }

    /** The file's fields with the options' put over them. */
    private ObjectNode request() {
        ObjectNode request = file == null ? Json.mapper().createObjectNode() : DeploymentFile.read(file);
        Fields thresholds = new Fields().with("errorRatePercent", errorRate).with("latencyP99", latency);
        try {
            new Fields()
                    .with("component", component)
                    .with("version", version)
                    .with("environmentId", environment)
                    .with("strategy", strategy.field())
                    .with("instances", instances)
                    .with("configuration", configuration)
                    .with(
                            "healthChecks",
                            health.stream().map(HealthOption::check).toList())
                    .with("thresholds", thresholds)
                    .with("rollbackOnFailure", rollbackOnFailure)
                    .with("timeout", timeout)
                    .with("approvalRequired", approvers.isEmpty() ? null : true)
                    .with("approvers", approvers)
                    .with("allowRolledBack", allowRolledBack ? true : null)
                    .with("reason", reason)
                    .with("dryRun", dryRun ? true : null)
                    .forEach((name, value) -> request.set(name, Json.mapper().valueToTree(value)));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        if (!request.has("version") || !request.has("environmentId") || (file == null && component == null)) {
            throw usage("Say what goes where: axiom deploy <component> <version> --to <environment>, or -f <file>.");
        }
        return request;
    }
}
