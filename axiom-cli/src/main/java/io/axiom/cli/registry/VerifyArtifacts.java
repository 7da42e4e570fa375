package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.version.ArtifactVerification;
import io.axiom.language.version.ArtifactVerification.Outcome;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "verify",
        description = "Look whether a version's artifacts are still what they were recorded as.",
        footer = "  axiom version verify shop-agent 1.1.0")
final class VerifyArtifacts extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "versions", version, "artifacts"));
        List<ArtifactVerification> found = Items.of(answer, ArtifactVerification.class);
        show(answer, () -> {
            Table table = new Table("KIND", "ARTIFACT", "OUTCOME", "WHY");
            for (ArtifactVerification artifact : found) {
                table.row(
                        artifact.artifact().kind().word(),
                        artifact.artifact().reference(),
                        mark(artifact.outcome()) + ' ' + artifact.outcome().word(),
                        artifact.detail() == null ? "" : artifact.detail());
            }
            table.print(out(), "It has no artifacts.");
        });
        return found.stream().anyMatch(artifact -> artifact.outcome() == Outcome.FAILED)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private String mark(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> ink().good("✔");
            case RECORDED -> "·";
            case FAILED -> ink().bad("✖");
        };
    }
}
