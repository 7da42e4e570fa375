package io.axiom.cli.rollback;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.view.RollbackPointView;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List an environment's rollback points.",
        footer = "  axiom rollback-point list production")
final class ListRollbackPoints extends Action {
    @Parameters(paramLabel = "<environment>", description = "The environment's name.")
    private String environment = "";

    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "environments", environment, "rollback-points"));
        show(answer, () -> {
            Table table = new Table("POINT", "POSITION", "CREATED", "BY", "VERSIONS", "DESCRIPTION");
            for (RollbackPointView point : Items.of(answer, RollbackPointView.class)) {
                table.row(
                        point.rollbackPointId(),
                        point.cut(),
                        Times.moment(point.createdAt(), session().zone()),
                        point.createdBy(),
                        new TreeMap<>(point.versions())
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + ' ' + entry.getValue())
                                        .collect(Collectors.joining(", ")),
                        point.description());
            }
            table.print(
                    out(),
                    "No rollback points. Make one with: " + session().command() + " rollback-point create "
                            + environment
                            + " --description <text>. Every position of the log can be gone back to without one.");
        });
        return ExitCode.DONE;
    }
}
