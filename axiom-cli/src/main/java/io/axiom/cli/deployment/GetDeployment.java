package io.axiom.cli.deployment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.language.deployment.view.DeploymentView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "get",
        description = {
            "Show a deployment: steps, traffic, instances, checks, and the cause where it failed.",
            "With -w it is followed to its end, whose result is the exit code: 0 completed, 1 failed, 3 rolled back."
        },
        footer = {"  axiom deployment get production.shop-agent.7", "  axiom deployment get production.shop-agent.7 -w"
        })
final class GetDeployment extends Action {
    @Parameters(paramLabel = "<deployment>", description = "The deployment's id.")
    private String id = "";

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends.")
    private boolean watch;

    @Override
    protected int run() {
        if (watch) {
            return new Watch(session(), api(), ink(), structured()).follow(id);
        }
        Api api = api();
        JsonNode answer = api.get(Resource.of("api", "deployments", id));
        show(answer, () -> {
            DeploymentView view = Api.as(answer, DeploymentView.class);
            DeploymentView rollback = view.rollbackId() == null
                    ? null
                    : api.get(Resource.of("api", "deployments", view.rollbackId()), DeploymentView.class);
            new DeploymentTree(ink(), session().clock().instant())
                    .lines(view, rollback)
                    .forEach(this::line);
            Summary.closing(view, ink(), session().command()).forEach(this::line);
        });
        return ExitCode.DONE;
    }
}
