package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Table;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.upgrade.CompatibilityMatrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "matrix",
        description = {
            "Show how every version gets along with every other: down the versions gone from, across those gone to.",
            "✔ compatible, ✖ breaking, ! deprecated, ? unknown. As JSON or YAML it has all versions and the risks."
        },
        footer = {"  axiom version matrix shop-agent", "  axiom version matrix shop-agent --versions '>=2'"})
final class ShowMatrix extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Option(names = "--versions", paramLabel = "<range>", description = "Only versions in this range.")
    private @Nullable String versions;

    @Option(
            names = "--last",
            paramLabel = "<n>",
            defaultValue = "12",
            description = "How many of the highest versions a table shows; ${DEFAULT-VALUE} by default.")
    private int last;

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "compatibility", "matrix")
                .with("versions", versions));
        show(answer, () -> print(Api.as(answer, CompatibilityMatrix.class)));
        return ExitCode.DONE;
    }

    private void print(CompatibilityMatrix matrix) {
        int size = matrix.versions().size();
        int first = Math.max(0, size - Math.max(1, last));
        List<String> shown = matrix.versions().subList(first, size);
        String[] header = new String[shown.size() + 1];
        header[0] = "FROM \\ TO";
        for (int i = 0; i < shown.size(); i++) {
            header[i + 1] = shown.get(i);
        }
        Table table = new Table(header);
        for (int from = first; from < size; from++) {
            Object[] row = new Object[header.length];
            row[0] = matrix.versions().get(from);
            for (int to = first; to < size; to++) {
                row[to - first + 1] =
                        LevelMark.of(level(matrix, matrix.levels().get(from).substring(to, to + 1)), Ink.PLAIN);
            }
            table.row(row);
        }
        table.print(out(), "No versions.");
        if (first > 0) {
            line(ink().faint(first + " lower versions are not shown: --last, --versions, or -o json."));
        }
    }

    private static CompatibilityLevel level(CompatibilityMatrix matrix, String letter) {
        String word = matrix.letters().getOrDefault(letter, "");
        return Arrays.stream(CompatibilityLevel.values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElse(CompatibilityLevel.UNKNOWN);
    }
}
