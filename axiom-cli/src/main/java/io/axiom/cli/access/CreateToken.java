package io.axiom.cli.access;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "create",
        description = "Issue a token. It is shown this once; the platform keeps only its hash.",
        footer = "  export AXIOM_TOKEN=$(axiom token create ci --role operator -o json | jq -r .token)")
final class CreateToken extends Action {
    @Parameters(paramLabel = "<name>", description = "Whose it is: the actor in the audit log.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "<role>",
            defaultValue = "viewer",
            completionCandidates = Roles.class,
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String role = "viewer";

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "tokens"),
                        new Fields().with("name", name).with("role", role.toUpperCase(Locale.ROOT)));
        show(answer, () -> {
            line(ink().good("✔") + " Token " + answer.path("tokenId").asString("") + " for " + name + ", " + role
                    + ":");
            line("");
            line("  " + answer.path("token").asString(""));
            line("");
            line("  It is not shown again. Use it as AXIOM_TOKEN, or as the header Authorization: Bearer …");
        });
        return ExitCode.DONE;
    }

    static final class Roles extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Roles() {
            super(List.of("viewer", "operator", "approver", "admin"));
        }
    }
}
