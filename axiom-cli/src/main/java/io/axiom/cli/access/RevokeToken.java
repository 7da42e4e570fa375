package io.axiom.cli.access;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Resource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "revoke", description = "Make a token worthless, now.", footer = "  axiom token revoke tok-1f2e --yes")
final class RevokeToken extends Action {
    @Parameters(paramLabel = "<token>", description = "The token's id, from: axiom token list.")
    private String id = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    protected int run() {
        if (!confirmed(yes, "Revoke token " + id + "?")) {
            return ExitCode.FAILED;
        }
        JsonNode answer = api().delete(Resource.of("api", "tokens", id));
        show(answer, () -> line(ink().good("✔") + " Token " + id + " is revoked."));
        return ExitCode.DONE;
    }
}
