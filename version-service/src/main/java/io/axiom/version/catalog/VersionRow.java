package io.axiom.version.catalog;

import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.surface.SurfaceReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A row of {@code catalog_version} with its channels, and where it stands in the order of creation. */
record VersionRow(VersionView view, long createdPosition) {
    /** The columns {@link #of} reads; {@code v} is the version's table. */
    static final String SELECT = """
            SELECT v.*, ARRAY(SELECT c.channel FROM catalog_channel c
                              WHERE c.component = v.component AND c.version = v.version ORDER BY c.channel) AS channels
            FROM catalog_version v
            """;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> RANGES = new TypeReference<>() {};
    private static final TypeReference<List<VersionArtifact>> ARTIFACTS = new TypeReference<>() {};
    private static final TypeReference<List<SurfaceReference>> SURFACES = new TypeReference<>() {};

    static VersionRow of(ResultSet row, int number) throws SQLException {
        VersionView view = new VersionView(
                row.getString("component"),
                row.getString("version"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("replacement"),
                Columns.read(row, "changelog", TEXTS, List.of()),
                Columns.read(row, "breaking_changes", TEXTS, List.of()),
                Columns.read(row, "run", RunSpec.class),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                row.getLong("position"),
                Columns.optionalInstant(row, "since"),
                Columns.read(row, "dependencies", RANGES, Map.of()),
                Columns.read(row, "artifacts", ARTIFACTS, List.of()),
                Columns.read(row, "surfaces", SURFACES, List.of()),
                Columns.read(row, "git", GitRevision.class),
                Columns.read(row, "detected", DetectedBump.class),
                List.of((String[]) row.getArray("channels").getArray()),
                row.getString("stop"),
                Columns.read(row, "tag", VersionView.Tag.class));
        return new VersionRow(view, row.getLong("created_position"));
    }
}
