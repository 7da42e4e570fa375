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
import io.axiom.language.version.VersionView.Status;
import io.axiom.runtime.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The registry's versions, copied from its events, so that a deployment needs no call to another service. */
@Component
public final class KnownVersions implements Projection {
    private static final TypeReference<List<RunSpec.Artifact>> ARTIFACTS = new TypeReference<>() {};

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
                  ALTER TABLE known_version
                    ADD COLUMN IF NOT EXISTS status text NOT NULL DEFAULT 'ACTIVE',
                    ADD COLUMN IF NOT EXISTS since timestamptz,
                    ADD COLUMN IF NOT EXISTS reason text,
                    ADD COLUMN IF NOT EXISTS replacement text,
                    ADD COLUMN IF NOT EXISTS artifacts text;
                END $$""").update();
    }

    @Override
    public String name() {
        // With the second form of the table everything is read again: the first did not keep what deprecations said.
        return "known-versions-2";
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
                                INSERT INTO known_version (component, version, run, artifacts)
                                VALUES (:component, :version, :run, :artifacts)
                                ON CONFLICT (component, version)
                                DO UPDATE SET run = excluded.run, artifacts = excluded.artifacts""")
                            .param("component", e.component())
                            .param("version", e.version())
                            .param("run", e.run() == null ? null : Json.mapper().writeValueAsString(e.run()))
                            .param("artifacts", Json.mapper().writeValueAsString(LocalArtifacts.of(e)))
                            .update();
                case VersionDeprecated e ->
                    retired(e.component(), e.version(), Status.DEPRECATED, e.from(), e.reason(), e.replacement());
                case VersionEnded e ->
                    retired(e.component(), e.version(), Status.ENDED, e.at(), e.reason(), e.replacement());
                case VersionYanked e -> retired(e.component(), e.version(), Status.YANKED, null, e.reason(), null);
                case ComponentPolicyChanged _,
                        ChangelogTemplateReplaced _,
                        ChannelEvent _,
                        UpgradeEvent _,
                        TagEvent _ -> {}
            }
        }
    }

    private void retired(
            String component,
            String version,
            Status status,
            @Nullable Instant since,
            String reason,
            @Nullable String replacement) {
        jdbc.sql("""
                UPDATE known_version SET status = :status, since = :since, reason = :reason, replacement = :replacement
                WHERE component = :component AND version = :version""")
                .param("status", status.name())
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("replacement", replacement)
                .param("component", component)
                .param("version", version)
                .update();
    }

    public Optional<KnownVersion> find(String component, String version) {
        return jdbc.sql("SELECT * FROM known_version WHERE component = ? AND version = ?")
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
        String artifacts = row.getString("artifacts");
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new KnownVersion(
                row.getString("component"),
                row.getString("version"),
                run == null ? null : Json.lenient().readValue(run, RunSpec.class),
                artifacts == null ? List.of() : Json.lenient().readValue(artifacts, ARTIFACTS),
                Status.valueOf(row.getString("status")),
                since == null ? null : since.toInstant(),
                row.getString("reason"),
                row.getString("replacement"));
    }
}
