package io.axiom.cli.audit;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.EventStream;
import io.axiom.cli.http.Resource;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tail",
        description = "Print entries as they come, until interrupted. With -o json, one a line.",
        footer = {"  axiom audit tail", "  axiom audit tail --after 0 --context deployment"})
final class TailAudit extends Action {
    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--after",
            paramLabel = "<position>",
            description = "Begin after this audit position (default: now).")
    private @Nullable Long after;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "<n>",
            description = "End after so many entries.")
    private @Nullable Integer count;

    private int seen;

    @Override
    protected int run() {
        Api api = api();
        // The position goes as Last-Event-ID: then a broken connection goes on where it broke, even before the first
        // entry.
        EventStream entries = new EventStream(
                api, filter.on(Resource.of("api", "audit", "stream")), after == null ? "" : after.toString());
        while (entries.follow(message -> print(message.data()))) {
            if (count != null && seen >= count) {
                return ExitCode.DONE;
            }
        }
        return ExitCode.DONE;
    }

    private boolean print(String data) {
        line(
                structured()
                        ? data
                        : EntryText.line(
                                Api.as(Json.lenient().readTree(data), AuditEntry.class),
                                session().zone(),
                                ink()));
        out().flush();
        seen++;
        return count == null || seen < count;
    }
}
