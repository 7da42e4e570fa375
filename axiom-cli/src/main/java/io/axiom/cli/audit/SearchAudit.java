package io.axiom.cli.audit;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.language.audit.AuditEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "search",
        description = "Find entries: by words anywhere in them, or by who, what, of what, when. The newest come last.",
        footer = {
            "  axiom audit search --aggregate production.shop-agent --limit 20",
            "  axiom audit search 'wrong prices' --actor alice --from 2026-11-20T00:00:00Z"
        })
final class SearchAudit extends Action {
    @Parameters(arity = "0..1", paramLabel = "<text>", description = "Found anywhere in an entry, whatever the case.")
    private @Nullable String text;

    @Option(names = "--text", paramLabel = "<text>", description = "The same as an option.")
    private @Nullable String textOption;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--after",
            paramLabel = "<position>",
            description = "The entries that follow this audit position (default: the newest).")
    private @Nullable Long after;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            defaultValue = "50",
            description = "At most so many, to 500 (default ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Override
    protected int run() {
        JsonNode answer = api().get(filter.on(Resource.of("api", "audit"))
                .with("text", text == null ? textOption : text)
                .with("after", after)
                .with("order", after == null ? "desc" : null)
                .with("limit", limit));
        show(answer, () -> {
            List<AuditEntry> entries = new ArrayList<>(Items.of(answer, AuditEntry.class));
            entries.sort(Comparator.comparingLong(AuditEntry::position));
            EntryText.table(entries, session().zone()).print(out(), "Nothing found.");
        });
        return ExitCode.DONE;
    }
}
