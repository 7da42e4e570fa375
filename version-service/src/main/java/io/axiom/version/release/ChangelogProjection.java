package io.axiom.version.release;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.json.Json;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.runtime.projection.Projection;
import io.axiom.version.component.ChangelogLines;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what changelogs are made from up to date. */
@Component
class ChangelogProjection implements Projection {
    private final JdbcClient jdbc;

    ChangelogProjection(JdbcClient jdbc, ChangelogTables tablesExist) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "changelog";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.VERSION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        switch (recorded.event()) {
            case ComponentRegistered event ->
                jdbc.sql("INSERT INTO changelog_component (name) VALUES (?)")
                        .param(event.component())
                        .update();
            case ChangelogTemplateReplaced event ->
                jdbc.sql("UPDATE changelog_component SET template = ? WHERE name = ?")
                        .param(event.template())
                        .param(event.component())
                        .update();
            case VersionCreated event -> created(event, LocalDate.ofInstant(recorded.time(), ZoneOffset.UTC));
            case VersionYanked event ->
                jdbc.sql("UPDATE changelog_version SET yanked = true WHERE component = ? AND version = ?")
                        .params(event.component(), event.version())
                        .update();
            case VersionTagged event ->
                jdbc.sql("UPDATE changelog_version SET tag = ? WHERE component = ? AND version = ?")
                        .params(event.tag(), event.component(), event.version())
                        .update();
            default -> {}
        }
    }

    private void created(VersionCreated event, LocalDate day) {
        List<CommitEntry> commits = Objects.requireNonNullElse(event.commits(), List.of());
        jdbc.sql("""
                INSERT INTO changelog_version (component, version, created_on, notes, breaking_notes, commits, git)
                VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)""")
                .param(event.component())
                .param(event.version())
                .param(day)
                .param(json(written(event.changelog(), ChangelogLines.of(commits))))
                .param(json(written(event.breakingChanges(), ChangelogLines.breaking(commits))))
                .param(json(commits))
                .param(event.git() == null ? null : json(event.git()))
                .update();
    }

    /** Lines made of the commits would say the same twice. */
    private static List<String> written(List<String> lines, List<String> ofCommits) {
        return lines.equals(ofCommits) ? List.of() : lines;
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
