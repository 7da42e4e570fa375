package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "register",
        description = "Register a database: PostgreSQL, MariaDB, MySQL or SQLite.",
        footer = {
            "  axiom database register orders --environment staging --jdbc jdbc:postgresql://127.0.0.1:5432/orders"
                    + " --user app --password env:ORDERS_PASSWORD",
            "  axiom database register cache --environment staging --jdbc jdbc:sqlite:/var/lib/app/cache.db"
        })
final class RegisterDatabase extends Action {
    @Parameters(paramLabel = "<name>", description = "Lower-case letters, digits and hyphens.")
    private String name = "";

    @Option(names = "--environment", required = true, paramLabel = "<name>", description = "Where it belongs to.")
    private String environment = "";

    @Option(names = "--jdbc", required = true, paramLabel = "<url>", description = "The JDBC URL, without a password.")
    private String url = "";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "databases"),
                        new Fields()
                                .with("name", name)
                                .with("environment", environment)
                                .with("url", url)
                                .with("credentials", options.credentials())
                                .with("policy", options.policy()));
        show(answer, () -> {
            line(ink().good("✔") + " Database " + name + " is registered.");
            line("  Next: " + session().command() + " migration plan " + name + " <folder>");
        });
        return ExitCode.DONE;
    }
}
