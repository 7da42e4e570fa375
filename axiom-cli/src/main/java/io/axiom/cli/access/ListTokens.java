package io.axiom.cli.access;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import java.util.Locale;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List the tokens; never their secrets.", footer = "  axiom token list")
final class ListTokens extends Action {
    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "tokens"));
        show(answer, () -> {
            Table table = new Table("TOKEN", "NAME", "ROLE", "ISSUED", "REVOKED");
            for (JsonNode token : Items.nodes(answer)) {
                table.row(
                        token.path("tokenId").asString(""),
                        token.path("name").asString(""),
                        token.path("role").asString("").toLowerCase(Locale.ROOT),
                        Times.moment(
                                token.path("createdAt").asString(null),
                                session().zone()),
                        Times.moment(
                                token.path("revokedAt").asString(null),
                                session().zone()));
            }
            table.print(out(), "No tokens.");
        });
        return ExitCode.DONE;
    }
}
