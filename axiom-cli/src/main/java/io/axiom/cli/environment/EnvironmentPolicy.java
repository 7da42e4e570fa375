package io.axiom.cli.environment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "policy",
        description = "Show an environment's policy, or change what is given of it.",
        footer = {
            "  axiom environment policy production",
            "  axiom environment policy production --error-rate 2 --no-auto-rollback"
        })
final class EnvironmentPolicy extends Action {
    @Parameters(paramLabel = "<environment>", description = "The environment's name.")
    private String name = "";

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Override
    protected int run() {
        JsonNode policy = api().get(Resource.of("api", "environments", name)).path("policy");
        if (!options.fields().isEmpty()) {
            JsonNode answer = api().put(Resource.of("api", "environments", name, "policy"), options.over(policy));
            show(answer, () -> line(ink().good("✔") + " The policy of " + name + " is changed."));
            return ExitCode.DONE;
        }
        show(policy, () -> {
            if (policy.isEmpty()) {
                line(name + " has no policy of its own: the installation's settings hold.");
            }
            Card card = new Card();
            policy.properties().forEach(field -> card.line(field.getKey(), value(field.getValue())));
            card.print(out());
        });
        return ExitCode.DONE;
    }

    private static String value(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
