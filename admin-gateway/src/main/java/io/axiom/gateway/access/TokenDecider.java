package io.axiom.gateway.access;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Required;
import io.axiom.language.Role;
import io.axiom.language.access.AccessCommand;
import io.axiom.language.access.AccessCommand.IssueToken;
import io.axiom.language.access.AccessCommand.RevokeToken;
import io.axiom.language.access.AccessEvent;
import io.axiom.language.access.AccessEvent.TokenIssued;
import io.axiom.language.access.AccessEvent.TokenRevoked;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An API token: issued once, revoked once. Its secret is never here, only its digest. */
final class TokenDecider implements Decider<Token, AccessCommand, AccessEvent> {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    @Override
    public String aggregateType() {
        return "token";
    }

    @Override
    public Class<AccessCommand> commands() {
        return AccessCommand.class;
    }

    @Override
    public Class<AccessEvent> events() {
        return AccessEvent.class;
    }

    @Override
    public Token initial() {
        return new Token.Unknown();
    }

    @Override
    public Decision<AccessEvent> decide(Token state, AccessCommand command, CommandContext context) {
        try {
            return switch (command) {
                case IssueToken issue -> issue(state, issue);
                case RevokeToken revoke -> revoke(state, revoke);
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static Decision<AccessEvent> issue(Token state, IssueToken command) {
        Names.require("token id", Required.field("tokenId", command.tokenId()));
        String name = Required.field("name", command.name());
        Role role = Required.field("role", command.role());
        if (!isActorName(name)) {
            return Decision.refuse(new Rejection(
                    "token.name-invalid",
                    Rejection.Kind.INVALID,
                    "A token's name has 1 to 200 printable characters and no ';'.",
                    "Give the name of the person or program that will use the token."));
        }
        if (role == Role.SERVICE) {
            return Decision.refuse(new Rejection(
                    "token.role-invalid",
                    Rejection.Kind.INVALID,
                    "Tokens with the role service are Axiom's own.",
                    "Use viewer, operator, approver or admin."));
        }
        if (!SHA256.matcher(Required.field("sha256", command.sha256())).matches()) {
            return Decision.refuse(new Rejection(
                    "token.digest-invalid",
                    Rejection.Kind.INVALID,
                    "The field \"sha256\" is not a digest.",
                    "Give SHA-256 of the token's text as 64 lower-case hex digits."));
        }
        return switch (state) {
            case Token.Unknown _ ->
                Decision.accept(
                        List.of(new TokenIssued(command.tokenId(), name, role, command.sha256())),
                        Map.of("tokenId", command.tokenId()));
            case Token.InForce _, Token.Revoked _ ->
                Decision.refuse(new Rejection(
                        "token.exists",
                        Rejection.Kind.CONFLICT,
                        "There is or was a token \"" + command.tokenId() + "\"; an id is never used twice.",
                        "Choose another id, or leave it out.",
                        Map.of("tokenId", command.tokenId())));
        };
    }

    private static Decision<AccessEvent> revoke(Token state, RevokeToken command) {
        String reason = Required.field("reason", command.reason());
        return switch (state) {
            case Token.InForce _ -> Decision.accept(List.of(new TokenRevoked(command.tokenId(), reason)));
            case Token.Revoked _ -> Decision.accept(List.of());
            case Token.Unknown _ ->
                Decision.refuse(new Rejection(
                        "token.unknown",
                        Rejection.Kind.NOT_FOUND,
                        "There is no token \"" + command.tokenId() + "\".",
                        "List them with: GET /api/tokens"));
        };
    }

    private static boolean isActorName(String name) {
        try {
            return name.chars().noneMatch(Character::isISOControl)
                    && new Actor(name, Role.VIEWER).name().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Token evolve(Token state, AccessEvent event) {
        return switch (event) {
            case TokenIssued issued -> new Token.InForce(issued);
            case TokenRevoked _ -> new Token.Revoked(state instanceof Token.InForce known ? known.issued() : null);
        };
    }
}
