package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "record-test",
        description = "Record how a test of going from one version to another ended; it weighs most.",
        footer = "  axiom version record-test shop-agent 1.0.0 1.1.0 --suite upgrade-e2e --passed")
final class RecordTest extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<from>", description = "The version upgraded from.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "<to>", description = "The version upgraded to.")
    private String to = "";

    @ArgGroup(multiplicity = "1")
    private Ending ending = new Ending();

    @Option(names = "--suite", required = true, paramLabel = "<name>", description = "Which tests.")
    private String suite = "";

    @Option(names = "--link", paramLabel = "<url>", description = "Where their report is.")
    private @Nullable String link;

    static final class Ending {
        @Option(names = "--passed", required = true, description = "They passed.")
        private boolean passed;

        @Option(names = "--failed", required = true, description = "They failed.")
        private boolean failed;
    }

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "test-results"),
                        new Fields()
                                .with("from", from)
                                .with("to", to)
                                .with("passed", ending.passed)
                                .with("suite", suite)
                                .with("link", link));
        show(
                answer,
                () -> line(ink().good("✔") + " Recorded: " + suite + (ending.passed ? " passed" : " failed") + " from "
                        + from + " to " + to + "."));
        return ExitCode.DONE;
    }
}
