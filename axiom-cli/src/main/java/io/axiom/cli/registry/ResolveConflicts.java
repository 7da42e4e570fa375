package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Table;
import io.axiom.language.version.resolution.Explanation;
import io.axiom.language.version.resolution.ResolutionView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code axiom resolve-conflicts}. */
@Command(
        name = "resolve-conflicts",
        description = {
            "Find a version of each component such that every declared dependency holds, the newest first;",
            "or say why there is none. Ends with exit code 1 when there is none."
        },
        footer = {
            "  axiom resolve-conflicts shop-agent",
            "  axiom resolve-conflicts 'shop-agent@^2.0.0' 'store@>=1.2' --pin queue@1.4.1"
        })
public final class ResolveConflicts extends Action {
    private static final int MOST_FACTS = 30;

    @Parameters(
            arity = "1..*",
            paramLabel = "<component[@range]>",
            description = "What shall be there, in the order of importance; any version without a range.")
    private List<String> wanted = List.of();

    @Option(
            names = "--pin",
            paramLabel = "<component@version>",
            description = "A component that stays at exactly this version; several times.")
    private List<String> pins = List.of();

    @Override
    protected int run() {
        Map<String, String> pinned = new LinkedHashMap<>();
        for (String pin : pins) {
            int at = pin.indexOf('@');
            if (at <= 0 || at == pin.length() - 1) {
                throw usage("--pin takes a component and a version: --pin queue@1.4.1.");
            }
            pinned.put(pin.substring(0, at), pin.substring(at + 1));
        }
        JsonNode answer = api().post(
                        Resource.of("api", "versioning", "resolve-conflicts"),
                        new Fields().with("wanted", ranges()).with("pinned", pinned));
        ResolutionView resolution = Api.as(answer, ResolutionView.class);
        show(answer, () -> print(resolution));
        return resolution.solved() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Fields> ranges() {
        return wanted.stream()
                .map(each -> {
                    int at = each.indexOf('@');
                    return new Fields()
                            .with("component", at < 0 ? each : each.substring(0, at))
                            .with("range", at < 0 ? null : each.substring(at + 1));
                })
                .toList();
    }

    private void print(ResolutionView resolution) {
        Explanation explanation = resolution.explanation();
        if (explanation == null) {
            Table table = new Table("COMPONENT", "VERSION", "NEWEST");
            resolution
                    .versions()
                    .forEach(choice -> table.row(
                            choice.component(),
                            choice.version(),
                            choice.newest().equals(choice.version()) ? null : choice.newest()));
            table.print(out(), "Nothing is needed.");
            return;
        }
        line(ink().bad("✖") + " No set of versions fits.");
        line("");
        if (explanation.lines().isEmpty()) {
            line("The reasoning is too long to follow. It rests on these facts:");
            explanation.facts().stream().limit(MOST_FACTS).forEach(fact -> line("  · " + Ink.clean(fact.sentence())));
            int more = explanation.facts().size() - MOST_FACTS;
            if (more > 0) {
                line("  and " + more + " more; -o json has them all.");
            }
        }
        boolean numbered = explanation.lines().stream().anyMatch(line -> line.number() != null);
        for (Explanation.Line step : explanation.lines()) {
            String number = step.number() == null ? "" : "(" + step.number() + ")";
            line((numbered ? "%-5s".formatted(number) : "") + Ink.clean(step.text()));
        }
    }
}
