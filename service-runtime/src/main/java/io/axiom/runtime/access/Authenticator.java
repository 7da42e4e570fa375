package io.axiom.runtime.access;

import io.axiom.language.Actor;
import io.axiom.language.CommandSignature;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Role;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling. Throws {@link RejectedException} of kind UNAUTHENTICATED when nobody it knows is. */
public final class Authenticator {
    /** How long a token that was just revoked may still work. */
    private static final long REMEMBERED_NANOS = 1_000_000_000L;

    private static final int MOST_REMEMBERED = 10_000;

    private final AccessTokens tokens;
    private final SigningKey internal;
    private final String internalDigest;
    private final boolean requireToken;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(AccessTokens.Token token, long until) {}

    public Authenticator(AccessTokens tokens, SigningKey internal, boolean requireToken) {
        this.tokens = tokens;
        this.internal = internal;
        this.internalDigest = internal.configured() ? digest(internal.token()) : "";
        this.requireToken = requireToken;
    }

    /** What a call tells about its caller; {@code local} when only a program on this machine can have made it. */
    public record Credentials(
            @Nullable String authorization, @Nullable String onBehalfOf, boolean local) {}

    /** Authenticates an HTTP call. */
    public Actor authenticate(Credentials credentials) {
        String authorization = credentials.authorization();
        if (authorization == null) {
            if (requireToken || !credentials.local()) {
                throw unauthenticated("access.token-missing", "This call carries no API token.");
            }
            return Actor.LOCAL;
        }
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw unauthenticated("access.token-invalid", "The Authorization header is not \"Bearer <token>\".");
        }
        String digest = digest(authorization.substring(7).trim());
        Actor caller = digest.equals(internalDigest)
                ? Actor.service(internal.keyId())
                : recall("d:" + digest, () -> tokens.byDigest(digest))
                        .map(AccessTokens.Token::actor)
                        .orElseThrow(() -> unauthenticated(
                                "access.token-invalid", "The API token is not known here, or was revoked."));
        return actingFor(caller, credentials.onBehalfOf());
    }

    /** What a record on Kafka tells about its sender. */
    public record Signed(
            String commandId,
            String type,
            @Nullable String actor,
            @Nullable String keyId,
            @Nullable String signature,
            byte[] payload) {}

    /**
     * The sender of a command.
     *
     * @param trusted whether what it says about causes is believed
     */
    public record Caller(Actor actor, boolean trusted) {}

    /** Authenticates a command on Kafka. */
    public Caller authenticate(Signed command) {
        String keyId = command.keyId();
        String signature = command.signature();
        if (keyId == null || signature == null) {
            if (requireToken) {
                throw unauthenticated("access.signature-missing", "This command is not signed.");
            }
            return new Caller(Actor.LOCAL, true);
        }
        Actor signer;
        byte[] key;
        if (internal.configured() && keyId.equals(internal.keyId())) {
            signer = Actor.service(internal.keyId());
            key = CommandSignature.keyOf(internal.token());
        } else {
            AccessTokens.Token token = recall("i:" + keyId, () -> tokens.byId(keyId))
                    .orElseThrow(() -> unauthenticated(
                            "access.token-invalid",
                            "The key that signed this command is not known here, or was revoked."));
            signer = token.actor();
            key = HexFormat.of().parseHex(token.sha256());
        }
        String actor = command.actor() == null ? "" : command.actor();
        if (!CommandSignature.verify(key, command.commandId(), command.type(), actor, command.payload(), signature)) {
            throw unauthenticated("access.signature-invalid", "The signature does not fit this command.");
        }
        return new Caller(actingFor(signer, command.actor()), signer.role() == Role.SERVICE);
    }

    private static Actor actingFor(Actor signer, @Nullable String actor) {
        if (actor == null || actor.isEmpty() || actor.equals(signer.toString())) {
            return signer;
        }
        if (signer.role() != Role.SERVICE) {
            throw unauthenticated("access.not-yourself", "Only Axiom's own parts may act for another actor.");
        }
        try {
            return Actor.parse(actor);
        } catch (IllegalArgumentException e) {
            throw unauthenticated("access.actor-invalid", "The actor is not written name;ROLE.");
        }
    }

    private Optional<AccessTokens.Token> recall(String key, Supplier<Optional<AccessTokens.Token>> lookUp) {
        Remembered known = remembered.get(key);
        if (known != null && known.until() - System.nanoTime() > 0) {
            return Optional.of(known.token());
        }
        Optional<AccessTokens.Token> found = lookUp.get();
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        found.ifPresentOrElse(
                token -> remembered.put(key, new Remembered(token, System.nanoTime() + REMEMBERED_NANOS)),
                () -> remembered.remove(key));
        return found;
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(CommandSignature.keyOf(token));
    }

    private static RejectedException unauthenticated(String code, String detail) {
        return new RejectedException(
                new Rejection(
                        code,
                        Rejection.Kind.UNAUTHENTICATED,
                        detail,
                        "Create a token with `axiom token create`, and send it as \"Authorization: Bearer <token>\" or sign with it."));
    }
}
