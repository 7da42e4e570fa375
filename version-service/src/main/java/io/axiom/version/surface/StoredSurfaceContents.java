package io.axiom.version.surface;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link SurfaceContents} in a table. It is no projection: it cannot be built again from events. */
public final class StoredSurfaceContents implements SurfaceContents {
    private final JdbcClient jdbc;

    public StoredSurfaceContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
        // The lock keeps two instances that start at once from both creating the table.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.surface', 0));
                  CREATE TABLE IF NOT EXISTS surface_content (
                    sha256 text PRIMARY KEY,
                    content bytea NOT NULL,
                    kept_at timestamptz NOT NULL DEFAULT now());
                END $$""").update();
    }

    @Override
    public String keep(byte[] content) {
        String digest = SurfaceContent.digest(SurfaceContent.limited(content));
        jdbc.sql("INSERT INTO surface_content (sha256, content) VALUES (?, ?)"
                        + " ON CONFLICT (sha256) DO UPDATE SET kept_at = now()")
                .params(digest, content)
                .update();
        return digest;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return jdbc.sql("SELECT content FROM surface_content WHERE sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .optional();
    }

    @Override
    public Optional<byte[]> use(String sha256) {
        return jdbc.sql("UPDATE surface_content SET kept_at = now() WHERE sha256 = ? RETURNING content")
                .param(sha256)
                .query(byte[].class)
                .optional();
    }
}
