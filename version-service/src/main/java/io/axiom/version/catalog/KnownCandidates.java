package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.VersionView.Status;
import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import io.axiom.version.resolution.Candidate;
import io.axiom.version.resolution.Dependency;
import io.axiom.version.resolution.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads every version that can be part of an answer: those of the components asked for, and of all they need. */
@Component
public class KnownCandidates {
    /** More than that is not read into memory for one question. */
    private static final int MOST_VERSIONS = 200_000;

    private static final TypeReference<Map<String, String>> RANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownCandidates(JdbcClient jdbc, CatalogTables tablesExist, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By component; those that are not registered are missing. */
    public Map<String, List<Candidate>> reachableFrom(Collection<String> components) {
        Map<String, List<Candidate>> known = new HashMap<>();
        Map<String, VersionRange> ranges = new HashMap<>();
        Set<String> seen = new HashSet<>(components);
        Set<String> next = Set.copyOf(components);
        int versions = 0;
        while (!next.isEmpty()) {
            List<Row> rows = read(next, ranges);
            versions += rows.size();
            if (versions > MOST_VERSIONS) {
                throw new RejectedException(new Rejection(
                        "resolution.too-large",
                        Rejection.Kind.UNPROCESSABLE,
                        "More than " + MOST_VERSIONS + " versions can be reached from what is wanted.",
                        "Ask for fewer components at once."));
            }
            next = new HashSet<>();
            for (Row row : rows) {
                known.computeIfAbsent(row.component(), _ -> new ArrayList<>()).add(row.candidate());
                for (Dependency dependency : row.candidate().dependencies()) {
                    if (seen.add(dependency.component())) {
                        next.add(dependency.component());
                    }
                }
            }
        }
        return known;
    }

    private record Row(String component, Candidate candidate) {}

    private List<Row> read(Set<String> components, Map<String, VersionRange> ranges) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT component, version, status, reason, since, dependencies
                FROM catalog_version WHERE component = ANY(?)""")
                .param(components.toArray(String[]::new))
                .query((row, _) -> new Row(row.getString("component"), candidate(row, ranges, now)))
                .list();
    }

    private static Candidate candidate(ResultSet row, Map<String, VersionRange> ranges, Instant now)
            throws SQLException {
        List<Dependency> dependencies = new ArrayList<>();
        Columns.read(row, "dependencies", RANGES, Map.of())
                .forEach((component, range) -> dependencies.add(
                        new Dependency(component, ranges.computeIfAbsent(range, VersionRange::parse))));
        Instant since = Columns.optionalInstant(row, "since");
        Status status = since != null && since.isAfter(now) ? Status.ACTIVE : Status.valueOf(row.getString("status"));
        return new Candidate(
                SemanticVersion.parse(row.getString("version")),
                dependencies,
                standing(status),
                remark(status, row.getString("reason")));
    }

    private static Standing standing(Status status) {
        return switch (status) {
            case ACTIVE -> Standing.USABLE;
            case DEPRECATED -> Standing.DISCOURAGED;
            case ENDED, YANKED -> Standing.EXCLUDED;
        };
    }

    private static String remark(Status status, @Nullable String reason) {
        String word = switch (status) {
            case ACTIVE -> "";
            case DEPRECATED -> "deprecated";
            case ENDED -> "past the end of its life";
            case YANKED -> "yanked";
        };
        return reason == null || word.isEmpty() ? word : word + " (" + reason + ")";
    }
}
