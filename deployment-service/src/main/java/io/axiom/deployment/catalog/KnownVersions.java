package io.axiom.deployment.catalog;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.json.Json;
import io.axiom.language.version.ChannelEvent;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.TagEvent;
import io.axiom.language.version.UpgradeEvent;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.runtime.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry's versions, copied from its events, so that a deployment needs no call to another service. */
@Component
public final class KnownVersions implements Projection {
    private final JdbcClient jdbc;

    public KnownVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.known-versions', 0));
                  CREATE TABLE IF NOT EXISTS known_component (component text PRIMARY KEY);
                  CREATE TABLE IF NOT EXISTS known_version (
                    component text NOT NULL,
                    version text NOT NULL,
                    run text,
                    yanked boolean NOT NULL DEFAULT false,
                    PRIMARY KEY (component, version));
                END $$""").update();
    }

    @Override
    public String name() {
        return "known-versions";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.VERSION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof VersionEvent event) {
            switch (event) {
                case ComponentRegistered e ->
                    jdbc.sql("INSERT INTO known_component (component) VALUES (?) ON CONFLICT DO NOTHING")
                            .params(e.component())
                            .update();
                case VersionCreated e ->
                    jdbc.sql("""
                                INSERT INTO known_version (component, version, run) VALUES (:component, :version, :run)
                                ON CONFLICT (component, version) DO UPDATE SET run = excluded.run""")
                            .param("component", e.component())
                            .param("version", e.version())
                            .param("run", e.run() == null ? null : Json.mapper().writeValueAsString(e.run()))
                            .update();
                case VersionYanked e ->
                    jdbc.sql("UPDATE known_version SET yanked = true WHERE component = ? AND version = ?")
                            .params(e.component(), e.version())
                            .update();
                case VersionDeprecated _, VersionEnded _ -> {}
                case ComponentPolicyChanged _,
                        ChangelogTemplateReplaced _,
                        ChannelEvent _,
                        UpgradeEvent _,
                        TagEvent _ -> {}
            }
        }
    }

    public Optional<KnownVersion> find(String component, String version) {
        return jdbc.sql("SELECT component, version, run, yanked FROM known_version WHERE component = ? AND version = ?")
                .params(component, version)
                .query(KnownVersions::row)
                .optional();
    }

    public boolean knowsComponent(String component) {
        return jdbc.sql("SELECT 1 FROM known_component WHERE component = ?")
                .params(component)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The one component there is, when there is exactly one. */
    public Optional<String> onlyComponent() {
        List<String> some = jdbc.sql("SELECT component FROM known_component LIMIT 2")
                .query(String.class)
                .list();
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    private static KnownVersion row(ResultSet row, int number) throws SQLException {
        String run = row.getString("run");
        return new KnownVersion(
                row.getString("component"),
                row.getString("version"),
                run == null ? null : Json.lenient().readValue(run, RunSpec.class),
                row.getBoolean("yanked"));
    }
}
