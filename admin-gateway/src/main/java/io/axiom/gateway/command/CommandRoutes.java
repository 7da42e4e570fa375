package io.axiom.gateway.command;

import io.axiom.gateway.audit.AuditReader;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.language.json.Json;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /api/commands/{command}}: what became of a command that took long. */
@Component
final class CommandRoutes implements Routes {
    private final RecentReplies recent;
    private final IdempotencyKeys keys;
    private final StoredOutcomes stored;
    private final AuditReader audit;

    CommandRoutes(RecentReplies recent, IdempotencyKeys keys, StoredOutcomes stored, AuditReader audit) {
        this.recent = recent;
        this.keys = keys;
        this.stored = stored;
        this.audit = audit;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/commands/{command}", "commands", "What became of a command.")
                .answers(200, Answer.Outcome.class, "Pending, accepted or rejected.")
                .by(this::outcome));
    }

    private ServerResponse outcome(Call call) {
        String id = call.path("command");
        Optional<Answer.Outcome> known = recent.find(id).map(CommandRoutes::of);
        if (known.isEmpty()) {
            // The gateway may have been restarted since; the service has the outcome, the audit log what it led to.
            Optional<String> context = keys.contextOf(id).or(() -> audit.contextOfCommand(id));
            known = context.map(owner -> stored.find(owner, id)
                    .map(CommandRoutes::of)
                    .orElseGet(() -> new Answer.Outcome(id, owner, "pending", null, null, null)));
        }
        Answer.Outcome outcome = known.orElseThrow(() -> new RejectedException(new Rejection(
                "command.unknown",
                Rejection.Kind.NOT_FOUND,
                "No command with this id is known.",
                "Ids are in the answers to commands, and in the audit log.")));
        ServerResponse.BodyBuilder response = ServerResponse.ok().contentType(MediaType.APPLICATION_JSON);
        if (outcome.position() != null) {
            response.header("Axiom-Position", outcome.context() + "=" + outcome.position());
        }
        return response.body(Json.mapper().writeValueAsBytes(outcome));
    }

    private static Answer.Outcome of(Reply reply) {
        return switch (reply) {
            case Reply.Accepted accepted ->
                new Answer.Outcome(
                        accepted.commandId(),
                        accepted.context(),
                        "accepted",
                        accepted.position(),
                        accepted.result(),
                        null);
            case Reply.Rejected rejected ->
                new Answer.Outcome(
                        rejected.commandId(),
                        rejected.context(),
                        "rejected",
                        rejected.position(),
                        null,
                        rejected.rejection());
        };
    }
}
