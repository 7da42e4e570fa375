package io.axiom.cli.migration;

import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "baseline",
        description = "Take migrations as applied that someone else applied, without running them.",
        footer = "  axiom migration baseline orders db/migrations --to 1.3 --reason 'Migrated by Flyway so far'")
final class BaselineDatabase extends SourceAction {
    @Option(names = "--to", paramLabel = "<version|id>", description = "The last one; all when left out.")
    private @Nullable String to;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; required, kept in the audit log.")
    private @Nullable String reason;

    @Override
    protected int run() {
        String database = database();
        JsonNode answer = api().post(
                        Resource.of("api", "databases", database, "baseline"),
                        new Fields().with("source", source()).with("to", to).with("reason", reason(reason)));
        String count = answer.path("migrations").asString("0");
        show(
                answer,
                () -> line(ink().good("✔") + ' ' + (count.equals("1") ? "1 migration is" : count + " migrations are")
                        + " taken as applied on " + database + '.'));
        return ExitCode.DONE;
    }
}
