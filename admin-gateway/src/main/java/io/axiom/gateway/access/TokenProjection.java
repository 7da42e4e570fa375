package io.axiom.gateway.access;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Role;
import io.axiom.language.access.AccessEvent.TokenIssued;
import io.axiom.language.access.AccessEvent.TokenRevoked;
import io.axiom.runtime.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens as {@code GET /api/tokens} lists them. Authentication has its own table, in every service. */
final class TokenProjection implements Projection {
    private final JdbcClient jdbc;

    TokenProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS token_view (
                    token_id text PRIMARY KEY,
                    name text NOT NULL,
                    role text NOT NULL,
                    created_at timestamptz NOT NULL,
                    created_by text NOT NULL,
                    revoked_at timestamptz,
                    revoked_by text,
                    reason text,
                    position bigint NOT NULL)
                """).update();
    }

    @Override
    public String name() {
        return "token-view";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.ACCESS);
    }

    @Override
    public void apply(RecordedEvent event) {
        String by = event.metadata().actor().name();
        switch (event.event()) {
            case TokenIssued issued ->
                jdbc.sql("""
                            INSERT INTO token_view (token_id, name, role, created_at, created_by, position)
                            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                            """)
                        .params(
                                issued.tokenId(),
                                issued.name(),
                                issued.role().name(),
                                Timestamp.from(event.time()),
                                by,
                                event.position())
                        .update();
            case TokenRevoked revoked ->
                jdbc.sql("""
                            UPDATE token_view SET revoked_at = ?, revoked_by = ?, reason = ?, position = ? WHERE token_id = ?
                            """)
                        .params(Timestamp.from(event.time()), by, revoked.reason(), event.position(), revoked.tokenId())
                        .update();
            default -> {}
        }
    }

    List<TokenView> list(String afterId, int limit) {
        return jdbc.sql("""
                        SELECT token_id, name, role, created_at, created_by, revoked_at, revoked_by, reason, position
                        FROM token_view WHERE token_id > ? ORDER BY token_id LIMIT ?
                        """).params(afterId, limit).query(TokenProjection::view).list();
    }

    private static TokenView view(ResultSet rows, int index) throws SQLException {
        return new TokenView(
                rows.getString(1),
                rows.getString(2),
                Role.valueOf(rows.getString(3)),
                rows.getTimestamp(4).toInstant(),
                rows.getString(5),
                instant(rows.getTimestamp(6)),
                rows.getString(7),
                rows.getString(8),
                rows.getLong(9));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
