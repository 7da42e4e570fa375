package io.axiom.gateway.access;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.Required;
import io.axiom.language.Role;
import io.axiom.language.access.AccessCommand.IssueToken;
import io.axiom.language.access.AccessCommand.RevokeToken;
import io.axiom.language.json.Json;
import io.axiom.runtime.command.Commands;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/tokens}. Handled here without Kafka, so that access can be taken away whatever else is down. */
final class TokenRoutes implements Routes {
    private static final String TAG = "tokens";

    private final Commands commands;
    private final Dispatch dispatch;
    private final TokenProjection tokens;
    private final String secret;

    /** @param secret only this installation has it; tokens of repeated requests are made from it */
    TokenRoutes(Commands commands, Dispatch dispatch, TokenProjection tokens, String secret) {
        this.commands = commands;
        this.dispatch = dispatch;
        this.tokens = tokens;
        this.secret = secret;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/tokens", TAG, "The API tokens, without their secrets.")
                        .role(Role.ADMIN)
                        .paged()
                        .answers(200, TokenView.Page.class, "Tokens by id.")
                        .by(this::list),
                Endpoint.post("/api/tokens", TAG, "Issue a token; its secret is shown this once.")
                        .role(Role.ADMIN)
                        .body(TokenView.Request.class)
                        .answers(201, TokenView.Issued.class, "Issued.")
                        .by(this::issue),
                Endpoint.changing(HttpMethod.DELETE, "/api/tokens/{tokenId}", TAG, "Revoke a token.")
                        .role(Role.ADMIN)
                        .query("reason", "string", "Why.")
                        .answers(200, Answer.Accepted.class, "Revoked; within a second nothing takes it any more.")
                        .by(this::revoke));
    }

    private ServerResponse list(Call call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        List<TokenView> found = tokens.list(cursor == null ? "" : cursor, limit);
        return json(
                ServerResponse.ok(),
                new TokenView.Page(
                        found, found.size() < limit ? null : found.getLast().tokenId()));
    }

    private ServerResponse issue(Call call) {
        TokenView.Request request = call.body(TokenView.Request.class);
        String name = Required.field("name", request.name());
        Role role = Required.field("role", request.role());
        CommandContext context = dispatch.context(call, Contexts.ACCESS);
        String token = call.header("Idempotency-Key").isPresent()
                ? Secrets.token(secret, context.commandId())
                : Secrets.token();
        String digest = Secrets.digest(token);
        String id = request.id() == null ? idFrom(name, digest) : request.id();
        Reply reply =
                commands.send(new IssueToken(id, name, role, digest), context).join();
        return switch (reply) {
            case Reply.Rejected rejected -> throw new RejectedException(rejected.rejection());
            case Reply.Accepted accepted ->
                json(
                        ServerResponse.status(201)
                                .header("Axiom-Position", accepted.context() + '=' + accepted.position())
                                .header("Cache-Control", "no-store"),
                        new TokenView.Issued(id, name, role, token, accepted.position()));
        };
    }

    private ServerResponse revoke(Call call) {
        String reason = call.query("reason");
        RevokeToken command = new RevokeToken(call.path("tokenId"), reason == null ? "revoked over REST" : reason);
        Reply reply =
                commands.send(command, dispatch.context(call, Contexts.ACCESS)).join();
        return dispatch.answer(reply, _ -> null);
    }

    /** {@code deploy-bot-1f2e3d4c}. */
    private static String idFrom(String name, String digest) {
        String label =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String start = label.isEmpty()
                ? "token"
                : label.substring(0, Math.min(40, label.length())).replaceAll("-+$", "");
        return start + '-' + digest.substring(0, 8);
    }

    private static ServerResponse json(ServerResponse.BodyBuilder response, Object value) {
        return response.contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsBytes(value));
    }
}
