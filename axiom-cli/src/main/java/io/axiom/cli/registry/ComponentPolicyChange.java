package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentPolicy.Reaction;
import io.axiom.language.version.ComponentView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "policy",
        description = "Show a component's policy, or change what is given of it.",
        footer = {"  axiom component policy shop-agent", "  axiom component policy shop-agent --claimed-bump warn"})
final class ComponentPolicyChange extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String name = "";

    @Option(
            names = "--claimed-bump",
            paramLabel = "<what>",
            description = "When a version claims less than was detected: ${COMPLETION-CANDIDATES}.")
    private @Nullable Choice claimedBump;

    enum Choice {
        refuse,
        warn
    }

    @Override
    protected int run() {
        if (claimedBump != null) {
            JsonNode answer = api().put(
                            Resource.of("api", "components", name, "policy"),
                            new Fields().with("claimedBump", claimedBump.name()));
            show(answer, () -> line(ink().good("✔") + " The policy of " + name + " is changed."));
            return ExitCode.DONE;
        }
        JsonNode component = api().get(Resource.of("api", "components", name));
        ComponentPolicy policy = Api.as(component, ComponentView.class).policy();
        show(
                component.path("policy"),
                () -> new Card()
                        .line("Claimed bump", word(policy.claimedBump()))
                        .print(out()));
        return ExitCode.DONE;
    }

    private static String word(Reaction reaction) {
        return reaction.name().toLowerCase(Locale.ROOT) + " when it is smaller than the detected one";
    }
}
