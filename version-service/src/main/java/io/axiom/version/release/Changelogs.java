package io.axiom.version.release;

import io.axiom.language.RejectedException;
import io.axiom.language.version.Changelog;
import io.axiom.language.version.Changelog.Section;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.changelog.Sections;
import io.axiom.version.changelog.Template;
import io.axiom.version.changelog.WebLinks;
import io.axiom.version.commits.CommitEntries;
import io.axiom.version.component.Refusals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes changelogs from the tables. Between two versions lie the releases above the one up to the other. Prereleases on the way are
 * left out: a release's commits are counted from the release before it, so they have what the prereleases had.
 */
@Component
class Changelogs {
    private static final int MOST_SECTIONS = 500;

    private final JdbcClient jdbc;

    Changelogs(JdbcClient jdbc, ChangelogTables tablesExist) {
        this.jdbc = jdbc;
    }

    Changelog ofVersion(String component, String version, @Nullable WebLinks web) {
        List<SemanticVersion> all = versions(component);
        SemanticVersion wanted = require(component, version, all);
        String before = all.stream()
                .filter(other -> !other.isPrerelease() && other.compareTo(wanted) < 0)
                .max(Comparator.naturalOrder())
                .map(SemanticVersion::toString)
                .orElse(null);
        return new Changelog(component, before, wanted.toString(), sections(component, List.of(wanted), web));
    }

    /**
     * @param from null for the beginning
     * @param to null for the highest release, or the highest version where there is none
     */
    Changelog between(String component, @Nullable String from, @Nullable String to, @Nullable WebLinks web) {
        List<SemanticVersion> all = versions(component);
        SemanticVersion upper = to == null
                ? highest(all).orElseThrow(() -> new RejectedException(ChangelogRefusals.noVersions(component)))
                : require(component, to, all);
        SemanticVersion lower = from == null ? null : require(component, from, all);
        if (lower != null && lower.compareTo(upper) >= 0) {
            throw new RejectedException(ChangelogRefusals.backwards(lower, upper));
        }
        List<SemanticVersion> between = all.stream()
                .filter(version -> version.equals(upper) || (!version.isPrerelease() && version.compareTo(upper) < 0))
                .filter(version -> lower == null || version.compareTo(lower) > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (between.size() > MOST_SECTIONS) {
            throw new RejectedException(ChangelogRefusals.tooMany(between.size(), MOST_SECTIONS));
        }
        return new Changelog(
                component,
                lower == null ? null : lower.toString(),
                upper.toString(),
                sections(component, between, web));
    }

    /** The component's own template, or the usual one. */
    Template template(String component) {
        return templateText(component).map(Template::compile).orElse(Template.USUAL);
    }

    private Optional<String> templateText(String component) {
        return jdbc.sql("SELECT template FROM changelog_component WHERE name = ? AND template IS NOT NULL")
                .param(component)
                .query(String.class)
                .optional();
    }

    private static Optional<SemanticVersion> highest(List<SemanticVersion> all) {
        Comparator<SemanticVersion> releasesFirst = Comparator.comparing(version -> !version.isPrerelease());
        return all.stream().max(releasesFirst.thenComparing(Comparator.naturalOrder()));
    }

    private List<SemanticVersion> versions(String component) {
        boolean known = jdbc.sql("SELECT 1 FROM changelog_component WHERE name = ?")
                .param(component)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new RejectedException(Refusals.componentNotFound(component));
        }
        return jdbc
                .sql("SELECT version FROM changelog_version WHERE component = ?")
                .param(component)
                .query(String.class)
                .list()
                .stream()
                .map(SemanticVersion::parse)
                .toList();
    }

    private static SemanticVersion require(String component, String version, List<SemanticVersion> all) {
        return SemanticVersion.tryParse(version)
                .flatMap(wanted -> all.stream()
                        .filter(known -> known.compareTo(wanted) == 0)
                        .findFirst())
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(component, version)));
    }

    private List<Section> sections(String component, List<SemanticVersion> newestFirst, @Nullable WebLinks web) {
        String[] names = newestFirst.stream().map(SemanticVersion::toString).toArray(String[]::new);
        List<ReleaseRow> rows = jdbc.sql("SELECT * FROM changelog_version WHERE component = ? AND version = ANY (?)")
                .params(component, names)
                .query(ReleaseRow::of)
                .list();
        return rows.stream()
                .sorted(Comparator.comparing(ReleaseRow::version).reversed())
                .map(row -> section(row, web))
                .toList();
    }

    private static Section section(ReleaseRow row, @Nullable WebLinks web) {
        WebLinks known = row.git() == null || row.git().web() == null
                ? null
                : WebLinks.given(row.git().web()).orElse(null);
        return new Sections(web == null ? known : web)
                .of(new Sections.Material(
                        row.version().toString(),
                        row.createdOn(),
                        row.yanked(),
                        row.commits().stream().map(CommitEntries::change).toList(),
                        row.notes(),
                        row.breakingNotes(),
                        row.start(),
                        row.end()));
    }
}
