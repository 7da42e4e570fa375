package io.axiom.version.catalog;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.json.Json;
import io.axiom.language.version.ChannelEvent;
import io.axiom.language.version.TagEvent;
import io.axiom.language.version.UpgradeEvent;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.language.version.VersionView.Status;
import io.axiom.runtime.projection.Projection;
import io.axiom.semver.SemanticVersion;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the catalog's tables up to date. */
@Component
class CatalogProjection implements Projection {
    /** Releases before prereleases, then by precedence. */
    private static final Comparator<SemanticVersion> BEST = Comparator.comparing(
                    (SemanticVersion version) -> !version.isPrerelease())
            .thenComparing(Comparator.naturalOrder());

    private final JdbcClient jdbc;

    CatalogProjection(JdbcClient jdbc, CatalogTables tablesExist) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.VERSION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof VersionEvent event) {
            switch (event) {
                case ComponentRegistered e -> registered(recorded, e);
                case VersionCreated e -> created(recorded, e);
                case VersionDeprecated e ->
                    retired(recorded, e.version(), Status.DEPRECATED, e.reason(), e.replacement());
                case VersionEnded e -> retired(recorded, e.version(), Status.ENDED, e.reason(), e.replacement());
                case VersionYanked e -> retired(recorded, e.version(), Status.YANKED, e.reason(), null);
                case ComponentPolicyChanged _, ChannelEvent _, UpgradeEvent _, TagEvent _ -> {}
            }
        }
    }

    private void registered(RecordedEvent recorded, ComponentRegistered event) {
        jdbc.sql("INSERT INTO catalog_component (name, description, created_at, position) VALUES (?, ?, ?, ?)")
                .param(event.component())
                .param(event.description())
                .param(timeOf(recorded))
                .param(recorded.position())
                .update();
    }

    private void created(RecordedEvent recorded, VersionCreated event) {
        jdbc.sql("""
                INSERT INTO catalog_version (component, version, status, changelog, breaking_changes, run,
                                             created_at, created_by, created_position, position)
                VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""")
                .param(event.component())
                .param(event.version())
                .param(Status.ACTIVE.name())
                .param(Json.mapper().writeValueAsString(event.changelog()))
                .param(Json.mapper().writeValueAsString(event.breakingChanges()))
                .param(event.run() == null ? null : Json.mapper().writeValueAsString(event.run()))
                .param(timeOf(recorded))
                .param(recorded.metadata().actor().name())
                .param(recorded.position())
                .param(recorded.position())
                .update();
        SemanticVersion version = SemanticVersion.parse(event.version());
        SemanticVersion latest = latest(event.component())
                .filter(known -> BEST.compare(known, version) > 0)
                .orElse(version);
        jdbc.sql(
                        "UPDATE catalog_component SET latest_version = ?, versions = versions + 1, position = ? WHERE name = ?")
                .params(latest.toString(), recorded.position(), event.component())
                .update();
    }

    private void retired(
            RecordedEvent recorded, String version, Status status, String reason, @Nullable String replacement) {
        String component = recorded.aggregateId();
        jdbc.sql("""
                UPDATE catalog_version SET status = ?, reason = ?, replacement = ?, position = ?
                WHERE component = ? AND version = ?""")
                .param(status.name())
                .param(reason)
                .param(replacement)
                .param(recorded.position())
                .param(component)
                .param(version)
                .update();
        jdbc.sql("UPDATE catalog_component SET latest_version = ?, position = ? WHERE name = ?")
                .param(bestUsable(component).orElse(null))
                .param(recorded.position())
                .param(component)
                .update();
    }

    private Optional<SemanticVersion> latest(String component) {
        return jdbc.sql("SELECT latest_version FROM catalog_component WHERE name = ? AND latest_version IS NOT NULL")
                .param(component)
                .query(String.class)
                .optional()
                .map(SemanticVersion::parse);
    }

    private Optional<String> bestUsable(String component) {
        return jdbc
                .sql("SELECT version FROM catalog_version WHERE component = ? AND status <> ?")
                .params(component, Status.YANKED.name())
                .query(String.class)
                .list()
                .stream()
                .map(SemanticVersion::parse)
                .max(BEST)
                .map(SemanticVersion::toString);
    }

    private static OffsetDateTime timeOf(RecordedEvent recorded) {
        return recorded.time().atOffset(ZoneOffset.UTC);
    }
}
