package io.axiom.version.catalog;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.StopLifted;
import io.axiom.language.version.UpgradeEvent.StopRequired;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.VersionView.Tag;
import io.axiom.runtime.projection.Projection;
import io.axiom.semver.SemanticVersion;
import java.time.Instant;
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
                case ComponentPolicyChanged e -> policy(recorded, e);
                case VersionDeprecated e ->
                    retired(recorded, e.version(), Status.DEPRECATED, e.reason(), e.replacement(), e.from());
                case VersionEnded e ->
                    retired(recorded, e.version(), Status.ENDED, e.reason(), e.replacement(), e.at());
                case VersionYanked e -> retired(recorded, e.version(), Status.YANKED, e.reason(), null, null);
                case StopRequired e -> set(recorded, e.version(), "stop = ?", e.reason());
                case StopLifted e -> set(recorded, e.version(), "stop = NULL");
                case TagRequested e ->
                    tagged(recorded, e.version(), new Tag("requested", e.repository(), e.tag(), e.commit(), null));
                case VersionTagged e ->
                    tagged(recorded, e.version(), new Tag("tagged", e.repository(), e.tag(), e.commit(), null));
                case TagFailed e ->
                    tagged(recorded, e.version(), new Tag("failed", e.repository(), e.tag(), null, e.reason()));
                case ChannelMoved _, CompatibilityDeclared _, TestResultRecorded _, ChangelogTemplateReplaced _ -> {}
            }
        }
    }

    private void registered(RecordedEvent recorded, ComponentRegistered event) {
        jdbc.sql("INSERT INTO catalog_component (name, description, created_at, position) VALUES (?, ?, ?, ?)")
                .param(event.component())
                .param(event.description())
                .param(Columns.timeOf(recorded))
                .param(recorded.position())
                .update();
    }

    private void created(RecordedEvent recorded, VersionCreated event) {
        jdbc.sql("""
                INSERT INTO catalog_version (component, version, status, changelog, breaking_changes, run,
                                             dependencies, artifacts, surfaces, commits, git, detected,
                                             created_at, created_by, created_position, position)
                VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb,
                        ?, ?, ?, ?)""")
                .param(event.component())
                .param(event.version())
                .param(Status.ACTIVE.name())
                .param(Columns.json(event.changelog()))
                .param(Columns.json(event.breakingChanges()))
                .param(Columns.json(event.run()))
                .param(Columns.json(event.dependencies()))
                .param(Columns.json(event.artifacts()))
                .param(Columns.json(event.surfaces()))
                .param(Columns.json(event.commits()))
                .param(Columns.json(event.git()))
                .param(Columns.json(event.detected()))
                .param(Columns.timeOf(recorded))
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

    private void policy(RecordedEvent recorded, ComponentPolicyChanged event) {
        jdbc.sql("UPDATE catalog_component SET policy = ?::jsonb, position = ? WHERE name = ?")
                .param(Columns.json(event.policy()))
                .param(recorded.position())
                .param(event.component())
                .update();
    }

    private void retired(
            RecordedEvent recorded,
            String version,
            Status status,
            String reason,
            @Nullable String replacement,
            @Nullable Instant since) {
        set(
                recorded,
                version,
                "status = ?, reason = ?, replacement = ?, since = ?",
                status.name(),
                reason,
                replacement,
                since == null ? null : Columns.time(since));
        jdbc.sql("UPDATE catalog_component SET latest_version = ?, position = ? WHERE name = ?")
                .param(bestUsable(recorded).orElse(null))
                .param(recorded.position())
                .param(recorded.aggregateId())
                .update();
    }

    private void tagged(RecordedEvent recorded, String version, Tag tag) {
        set(recorded, version, "tag = ?::jsonb", Columns.json(tag));
    }

    private void set(RecordedEvent recorded, String version, String assignments, @Nullable Object... values) {
        JdbcClient.StatementSpec update = jdbc.sql(
                "UPDATE catalog_version SET " + assignments + ", position = ? WHERE component = ? AND version = ?");
        for (Object value : values) {
            update = update.param(value);
        }
        update.param(recorded.position())
                .param(recorded.aggregateId())
                .param(version)
                .update();
    }

    private Optional<SemanticVersion> latest(String component) {
        return jdbc.sql("SELECT latest_version FROM catalog_component WHERE name = ? AND latest_version IS NOT NULL")
                .param(component)
                .query(String.class)
                .optional()
                .map(SemanticVersion::parse);
    }

    private Optional<String> bestUsable(RecordedEvent recorded) {
        return jdbc
                .sql("""
                        SELECT version FROM catalog_version WHERE component = ? AND status <> 'YANKED'
                        AND NOT (status = 'ENDED' AND coalesce(since, '-infinity') <= ?)""")
                .params(recorded.aggregateId(), Columns.timeOf(recorded))
                .query(String.class)
                .list()
                .stream()
                .map(SemanticVersion::parse)
                .max(BEST)
                .map(SemanticVersion::toString);
    }
}
