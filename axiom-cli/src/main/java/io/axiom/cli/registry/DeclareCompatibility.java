package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "declare-compatibility",
        description = "Declare how compatible two versions are; it wins over rules and detected changes.",
        footer = {
            "  axiom version declare-compatibility shop-agent 1.0.0 1.1.0 --level compatible --reason 'Tried for a week'",
            "  axiom version declare-compatibility shop-agent 1.0.0 2.0.0 --level breaking --risk high --downtime 10"
                    + " --action 'Back up the store' --reason 'The format changed'"
        })
final class DeclareCompatibility extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<from>", description = "The version upgraded from.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "<to>", description = "The version upgraded to.")
    private String to = "";

    @Option(
            names = "--level",
            required = true,
            paramLabel = "<level>",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Level level = Level.unknown;

    @Option(names = "--risk", paramLabel = "<risk>", description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Risk risk;

    @Option(names = "--downtime", paramLabel = "<minutes>", description = "How long nothing can be served.")
    private @Nullable Integer downtime;

    @Option(names = "--action", paramLabel = "<text>", description = "What has to be done; several times.")
    private List<String> actions = List.of();

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    enum Level {
        compatible,
        breaking,
        deprecated,
        unknown
    }

    enum Risk {
        low,
        medium,
        high,
        critical
    }

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "compatibility"),
                        new Fields()
                                .with("from", from)
                                .with("to", to)
                                .with("level", level.name())
                                .with("riskLevel", risk == null ? null : risk.name())
                                .with("estimatedDowntimeMinutes", downtime)
                                .with("requiredActions", actions)
                                .with("reason", reason(reason)));
        show(
                answer,
                () -> line(
                        ink().good("✔") + " " + component + " " + from + " to " + to + " is declared " + level + "."));
        return ExitCode.DONE;
    }
}
