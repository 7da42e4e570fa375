package io.axiom.runtime.access;

import io.axiom.language.Actor;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Role;
import io.axiom.language.access.AccessEvent;
import io.axiom.runtime.projection.Projection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This service's own table of API tokens, kept from the access context's events. Revoked tokens are not in it. */
public final class AccessTokens implements Projection {
    private final JdbcClient jdbc;

    public AccessTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.access', 0));
                  CREATE TABLE IF NOT EXISTS axiom_access_token (
                    token_id text PRIMARY KEY,
                    name text NOT NULL,
                    role text NOT NULL,
                    sha256 text NOT NULL UNIQUE);
                END $$""").update();
    }

    /** @param sha256 lower-case hex of the secret's digest */
    public record Token(String tokenId, Actor actor, String sha256) {}

    @Override
    public String name() {
        return "access-tokens";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.ACCESS);
    }

    @Override
    public void apply(RecordedEvent event) {
        if (!(event.event() instanceof AccessEvent access)) {
            return;
        }
        switch (access) {
            case AccessEvent.TokenIssued(String id, String name, Role role, String sha256) ->
                jdbc.sql("INSERT INTO axiom_access_token (token_id, name, role, sha256) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(id, name, role.name(), sha256)
                        .update();
            case AccessEvent.TokenRevoked(String id, var _) ->
                jdbc.sql("DELETE FROM axiom_access_token WHERE token_id = ?")
                        .params(id)
                        .update();
        }
    }

    public Optional<Token> byDigest(String sha256) {
        return find("sha256", sha256);
    }

    public Optional<Token> byId(String tokenId) {
        return find("token_id", tokenId);
    }

    private Optional<Token> find(String column, String value) {
        return jdbc.sql("SELECT token_id, name, role, sha256 FROM axiom_access_token WHERE " + column + " = ?")
                .params(value)
                .query((row, _) -> new Token(
                        row.getString(1),
                        new Actor(row.getString(2), Role.valueOf(row.getString(3))),
                        row.getString(4)))
                .optional();
    }
}
