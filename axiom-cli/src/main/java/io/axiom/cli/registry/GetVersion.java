package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Times;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionView;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "get", description = "Show one version.", footer = "  axiom version get shop-agent 1.1.0")
final class GetVersion extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String number = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "versions", number));
        show(answer, () -> {
            VersionView version = Api.as(answer, VersionView.class);
            Card card = new Card()
                    .line("Version", version.component() + " " + version.version())
                    .line("Status", version.status().name().toLowerCase(Locale.ROOT))
                    .line(
                            "From",
                            version.since() == null
                                    ? null
                                    : Times.moment(version.since(), session().zone()))
                    .line("Why", version.reason())
                    .line("Instead", version.replacement())
                    .line("Created", Times.moment(version.createdAt(), session().zone()) + " by " + version.createdBy())
                    .line("Changes", String.join("; ", version.changelog()))
                    .line("Breaking", String.join("; ", version.breakingChanges()));
            VersionFacts.add(card, version);
            RunSpec run = version.run();
            if (run != null) {
                card.line("Command", String.join(" ", run.command()))
                        .line("Folder", run.workingDirectory())
                        .line("Environment", run.environment().isEmpty() ? null : new TreeMap<>(run.environment()));
                RunSpec.Artifact artifact = run.artifact();
                if (artifact != null) {
                    card.line("Artifact", artifact.path()).line("SHA-256", artifact.sha256());
                }
                if (run.schemas() != null) {
                    run.schemas().forEach(need -> card.line("Needs", need.level() + " of database " + need.database()));
                }
            }
            card.line("Position", "version@" + version.position()).print(out());
        });
        return ExitCode.DONE;
    }
}
