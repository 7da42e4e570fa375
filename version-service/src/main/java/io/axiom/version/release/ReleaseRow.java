package io.axiom.version.release;

import io.axiom.language.json.Json;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.GitRevision;
import io.axiom.semver.SemanticVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one version's changes. */
record ReleaseRow(
        SemanticVersion version,
        LocalDate createdOn,
        boolean yanked,
        List<String> notes,
        List<String> breakingNotes,
        List<CommitEntry> commits,
        @Nullable GitRevision git,
        @Nullable String tag) {

    static ReleaseRow of(ResultSet row, int number) throws SQLException {
        String git = row.getString("git");
        return new ReleaseRow(
                SemanticVersion.parse(row.getString("version")),
                row.getObject("created_on", LocalDate.class),
                row.getBoolean("yanked"),
                list(row.getString("notes"), String[].class),
                list(row.getString("breaking_notes"), String[].class),
                list(row.getString("commits"), CommitEntry[].class),
                git == null ? null : Json.lenient().readValue(git, GitRevision.class),
                row.getString("tag"));
    }

    private static <T> List<T> list(String json, Class<T[]> type) {
        return List.of(Json.lenient().readValue(json, type));
    }

    /** What the version ends with in Git: its tag, else its commit. */
    @Nullable
    String end() {
        return tag != null || git == null ? tag : git.commit();
    }

    /** What it starts after. */
    @Nullable
    String start() {
        return git == null ? null : git.since();
    }
}
