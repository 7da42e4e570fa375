package io.axiom.cli.audit;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Times;
import io.axiom.language.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "show",
        description = "Show one entry in full; or, with --aggregate, the state of anything as of any position.",
        footer = {
            "  axiom audit show 1234",
            "  axiom audit show --aggregate rollout/production.shop-agent --at 1234",
            "  axiom audit show --aggregate component/shop-agent --at audit@17"
        })
final class ShowAudit extends Action {
    @Parameters(arity = "0..1", paramLabel = "<position>", description = "An audit position.")
    private @Nullable Long position;

    @Option(
            names = "--aggregate",
            paramLabel = "<type/id>",
            description =
                    "Whose state: component/<name>, environment/<name>, rollout/<environment>.<component>, token/<id>.")
    private @Nullable String aggregate;

    @Option(
            names = "--at",
            paramLabel = "<moment>",
            description = "As of a position of its service's log, audit@<position>, or a time (default: now).")
    private @Nullable String at;

    @Option(
            names = "--context",
            paramLabel = "<service>",
            description = "Which service's, when its type does not tell.")
    private @Nullable String context;

    @Override
    protected int run() {
        if ((position == null) == (aggregate == null)) {
            throw usage("Give an audit position, or --aggregate <type/id> for a state.");
        }
        if (position != null) {
            JsonNode answer = api().get(Resource.of("api", "audit", position.toString()));
            show(answer, () -> entry(Api.as(answer, AuditEntry.class)));
            return ExitCode.DONE;
        }
        AggregateName name;
        try {
            name = AggregateName.parse(String.valueOf(aggregate), context);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        JsonNode answer = api().get(Resource.of("api", "state")
                .with("context", name.context())
                .with("aggregateType", name.type())
                .with("aggregateId", name.id())
                .with("at", at));
        show(answer, () -> {
            long position = answer.path("at").asLong(0);
            boolean exists = answer.path("exists").asBoolean(true);
            line(ink().strong(name.type() + ' ' + name.id()) + " as of " + name.context() + '@' + position
                    + (exists ? ", last changed at " + answer.path("position").asLong(0) : ": there was none"));
            if (exists) {
                Data.yaml(answer.path("state")).lines().map(Ink::clean).forEach(this::line);
            }
        });
        return ExitCode.DONE;
    }

    private void entry(AuditEntry entry) {
        new Card()
                .line("Position", entry.position())
                .line("Event", entry.type())
                .line("Source", entry.context() + '@' + entry.sourcePosition())
                .line("Of", entry.aggregateType() + '/' + entry.aggregateId() + ", sequence " + entry.sequence())
                .line("Time", Times.moment(entry.time(), session().zone()))
                .line("Actor", entry.actor() + (entry.role() == null ? "" : ", " + entry.role()))
                .line("Command", entry.commandId())
                .line("Cause", entry.cause())
                .line("Correlation", entry.correlationId())
                .line("Cut", entry.cut())
                .line("Hash", entry.hash())
                .print(out());
        line("");
        Data.yaml(entry.event()).lines().map(Ink::clean).forEach(this::line);
    }
}
