package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Times;
import io.axiom.language.version.ComponentView;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "get", description = "Show one component.", footer = "  axiom component get shop-agent")
final class GetComponent extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String name = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", name));
        show(answer, () -> {
            ComponentView component = Api.as(answer, ComponentView.class);
            new Card()
                    .line("Component", component.name())
                    .line("Description", component.description())
                    .line("Latest version", component.latestVersion())
                    .line("Channels", channels(component))
                    .line("Versions", component.versions())
                    .line(
                            "Registered",
                            Times.moment(component.createdAt(), session().zone()))
                    .line("Position", "version@" + component.position())
                    .print(out());
        });
        return ExitCode.DONE;
    }

    private static @Nullable String channels(ComponentView component) {
        return component.channels().isEmpty()
                ? null
                : new TreeMap<>(component.channels())
                        .entrySet().stream()
                                .map(channel -> channel.getKey() + ' ' + channel.getValue())
                                .collect(Collectors.joining(", "));
    }
}
