package io.axiom.deployment.execution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link KnownRollouts} in a table of this service's database. */
public final class JdbcKnownRollouts implements KnownRollouts {
    private final JdbcClient jdbc;
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();
    private volatile boolean ready;

    public JdbcKnownRollouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lock keeps two instances that start at once from both creating the table. */
    private JdbcClient table() {
        if (!ready) {
            jdbc.sql("""
                    DO $$ BEGIN
                      PERFORM pg_advisory_xact_lock(hashtextextended('axiom.known-rollouts', 0));
                      CREATE TABLE IF NOT EXISTS known_rollout (rollout_id text PRIMARY KEY);
                    END $$""").update();
            ready = true;
        }
        return jdbc;
    }

    @Override
    public Set<String> all() {
        return Set.copyOf(table().sql("SELECT rollout_id FROM known_rollout")
                .query(String.class)
                .list());
    }

    @Override
    public void remember(String rolloutId) {
        if (!remembered.contains(rolloutId)) {
            table().sql("INSERT INTO known_rollout (rollout_id) VALUES (:id) ON CONFLICT DO NOTHING")
                    .param("id", rolloutId)
                    .update();
            remembered.add(rolloutId);
        }
    }
}
