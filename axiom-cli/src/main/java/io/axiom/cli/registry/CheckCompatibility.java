package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Table;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "check-compatibility",
        description = {
            "Tell whether one version can take another's place, and on what evidence.",
            "Tests weigh more than declarations, those more than detected changes, those more than the numbers."
        },
        footer = "  axiom version check-compatibility shop-agent 1.0.0 2.0.0")
final class CheckCompatibility extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<from>", description = "The version gone from.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "<to>", description = "The version gone to.")
    private String to = "";

    @Option(names = "--fail-on-breaking", description = "End with exit code 1 when it breaks.")
    private boolean failOnBreaking;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "compatibility")
                .with("from", from)
                .with("to", to));
        Compatibility compatibility = Api.as(answer, Compatibility.class);
        show(answer, () -> {
            new Card()
                    .line("From", compatibility.from())
                    .line("To", compatibility.to())
                    .line(
                            "Level",
                            LevelMark.of(compatibility.level(), ink()) + " "
                                    + compatibility.level().word())
                    .line("Risk", compatibility.riskLevel().word())
                    .line("Downtime", compatibility.estimatedDowntimeMinutes() + " min (estimated)")
                    .line("Decided by", compatibility.decidedBy().word())
                    .print(out());
            compatibility.requiredActions().forEach(action -> line("To do: " + action));
            line("");
            Table table = new Table("", "EVIDENCE", "SAYS", "BECAUSE");
            for (CompatibilityEvidence evidence : compatibility.evidence()) {
                table.row(
                        evidence.decides() ? "▸" : " ",
                        evidence.grounds().word(),
                        evidence.level().word(),
                        evidence.sentence());
            }
            table.print(out(), "Nothing is known.");
        });
        return failOnBreaking && compatibility.level() == CompatibilityLevel.BREAKING ? ExitCode.FAILED : ExitCode.DONE;
    }
}
