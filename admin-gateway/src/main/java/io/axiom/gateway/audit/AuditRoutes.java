package io.axiom.gateway.audit;

import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.audit.AuditEntry;
import io.axiom.language.audit.AuditPage;
import io.axiom.language.audit.AuditVerification;
import io.axiom.language.json.Json;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/audit}. */
@Component
final class AuditRoutes implements Routes {
    private static final String TAG = "audit";
    private static final int EXPORTED_AT_ONCE = 500;

    private final AuditReader reader;
    private final AuditStream stream;
    private final WholeVerification verification;

    AuditRoutes(AuditReader reader, AuditStream stream, WholeVerification verification) {
        this.reader = reader;
        this.stream = stream;
        this.verification = verification;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                filtered(Endpoint.get("/api/audit", TAG, "Search the audit log."))
                        .query("after", "integer", "Entries after this audit position; 0 when left out.")
                        .query("before", "integer", "With order=desc: entries before this audit position.")
                        .query("order", "string", "asc (oldest first, the default) or desc.")
                        .query("limit", "integer", "How many at most, 1 to 500; 50 when left out.")
                        .answers(200, AuditPage.class, "Entries, and where the next page begins.")
                        .by(this::search),
                filtered(Endpoint.get("/api/audit/export", TAG, "The audit log as NDJSON, one entry a line."))
                        .query("after", "integer", "Entries after this audit position.")
                        .answers(200, "application/x-ndjson", AuditEntry.class, "One entry a line.")
                        .by(this::export),
                filtered(Endpoint.get("/api/audit/stream", TAG, "Entries as they come, as server-sent events."))
                        .query("after", "integer", "From after this audit position; from now on when left out.")
                        .header("Last-Event-ID", "The audit position after which to go on.")
                        .answers(200, "text/event-stream", AuditEntry.class, "Event id = audit position.")
                        .by(call -> stream.open(call, filter(call))),
                Endpoint.get("/api/audit/verify", TAG, "Check the audit log's hash chain and every service's own.")
                        .answers(200, AuditVerification.class, "What was found.")
                        .by(_ -> json(verification.verify())),
                Endpoint.get("/api/audit/{position}", TAG, "One entry, with the consistent cut it stands for.")
                        .answers(200, AuditEntry.class, "The entry.")
                        .by(this::entry));
    }

    private static Endpoint filtered(Endpoint endpoint) {
        return endpoint.query("actor", "string", "Who.")
                .query("aggregate", "string", "An aggregate's id; finds those below it too.")
                .query("type", "string", "An event type, in full or its short name.")
                .query("context", "string", "A service: version, deployment, access …")
                .query("text", "string", "Found anywhere in type, aggregate, actor or content, whatever the case.")
                .query("command", "string", "A command id.")
                .query("correlation", "string", "Everything one action led to.")
                .query("from", "string", "Not before this instant (ISO 8601).")
                .query("to", "string", "Before this instant (ISO 8601).");
    }

    private static AuditFilter filter(Call call) {
        return new AuditFilter(
                call.query("actor"),
                call.query("aggregate"),
                call.query("type"),
                call.query("context"),
                call.query("text"),
                call.query("command"),
                call.query("correlation"),
                call.instant("from"),
                call.instant("to"));
    }

    private ServerResponse search(Call call) {
        int limit = call.limit();
        boolean newestFirst = "desc".equalsIgnoreCase(call.query("order"));
        List<AuditReader.Row> rows = newestFirst
                ? reader.before(call.number("before", Long.MAX_VALUE, 0, Long.MAX_VALUE), filter(call), limit)
                : reader.after(call.number("after", 0, 0, Long.MAX_VALUE), filter(call), limit);
        Long next = rows.size() < limit ? null : rows.getLast().position();
        return json(new AuditPage(rows.stream().map(AuditReader.Row::entry).toList(), next));
    }

    private ServerResponse export(Call call) {
        long start = call.number("after", 0, 0, Long.MAX_VALUE);
        AuditFilter filter = filter(call);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header("Content-Disposition", "attachment; filename=\"axiom-audit.ndjson\"")
                .build((_, response) -> {
                    OutputStream out = response.getOutputStream();
                    long after = start;
                    List<AuditReader.Row> rows;
                    do {
                        rows = reader.after(after, filter, EXPORTED_AT_ONCE);
                        for (AuditReader.Row row : rows) {
                            out.write(Json.mapper().writeValueAsBytes(row.entry()));
                            out.write('\n');
                            after = row.position();
                        }
                    } while (rows.size() == EXPORTED_AT_ONCE);
                    out.flush();
                    return null;
                });
    }

    private ServerResponse entry(Call call) {
        String text = call.path("position");
        long position =
                text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() < 19 ? Long.parseLong(text) : -1;
        return json(reader.at(position)
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "audit.position-unknown",
                        Rejection.Kind.NOT_FOUND,
                        "The audit log has no position " + text + "; it ends at " + reader.head() + '.',
                        "Give a position from 1 to " + reader.head() + '.'))));
    }

    private static ServerResponse json(Object value) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsBytes(value));
    }
}
