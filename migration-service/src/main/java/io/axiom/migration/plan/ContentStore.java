package io.axiom.migration.plan;

import io.axiom.language.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contents of migrations by SHA-256 of their JSON, in this service's database. Nothing is ever changed or removed. */
public final class ContentStore {
    private final Supplier<JdbcClient> database;
    private volatile boolean ready;

    /** @param database asked when it is first used */
    public ContentStore(Supplier<JdbcClient> database) {
        this.database = database;
    }

    /** Keeps it; its digest. */
    public String put(MigrationContent content) {
        byte[] json = Json.mapper().writeValueAsBytes(content);
        String digest = digest(json);
        table().sql("INSERT INTO migration_content (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(digest, new String(json, StandardCharsets.UTF_8))
                .update();
        return digest;
    }

    public Optional<MigrationContent> find(String digest) {
        return table().sql("SELECT content FROM migration_content WHERE digest = ?")
                .param(digest)
                .query(String.class)
                .optional()
                .map(json -> Json.mapper().readValue(json, MigrationContent.class));
    }

    /** The lock keeps two instances that start at once from both creating the table. */
    private JdbcClient table() {
        JdbcClient jdbc = database.get();
        if (!ready) {
            jdbc.sql("""
                    DO $$ BEGIN
                      PERFORM pg_advisory_xact_lock(hashtextextended('axiom.migration-content', 0));
                      CREATE TABLE IF NOT EXISTS migration_content (digest text PRIMARY KEY, content text NOT NULL);
                    END $$""").update();
            ready = true;
        }
        return jdbc;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
