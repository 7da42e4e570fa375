package io.axiom.version.catalog;

import io.axiom.language.json.Json;
import io.axiom.language.version.ComponentView;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.VersionView.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the catalog's tables. */
@Component
class Catalog {
    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc, CatalogTables tablesExist) {
        this.jdbc = jdbc;
    }

    /** By name. The cursor is the last name of the page before. */
    Page<ComponentView> components(int limit, @Nullable String cursor) {
        List<ComponentView> rows = jdbc.sql("SELECT * FROM catalog_component WHERE name > ? ORDER BY name LIMIT ?")
                .params(cursor == null ? "" : cursor, limit + 1)
                .query(Catalog::component)
                .list();
        return Page.of(rows, limit, ComponentView::name);
    }

    Optional<ComponentView> component(String name) {
        return jdbc.sql("SELECT * FROM catalog_component WHERE name = ?")
                .param(name)
                .query(Catalog::component)
                .optional();
    }

    /** Newest first. The cursor is the position the last version of the page before was created at. */
    Page<VersionView> versions(String component, int limit, @Nullable String cursor) {
        long before = cursor == null ? Long.MAX_VALUE : Page.number("cursor", cursor);
        List<Row> rows = jdbc.sql("""
                SELECT * FROM catalog_version WHERE component = ? AND created_position < ?
                ORDER BY created_position DESC LIMIT ?""")
                .params(component, before, limit + 1)
                .query(Catalog::row)
                .list();
        Page<Row> page = Page.of(rows, limit, row -> Long.toString(row.createdPosition()));
        return new Page<>(page.items().stream().map(Row::view).toList(), page.next());
    }

    Optional<VersionView> version(String component, String version) {
        return jdbc.sql("SELECT * FROM catalog_version WHERE component = ? AND version = ?")
                .params(component, version)
                .query(Catalog::row)
                .optional()
                .map(Row::view);
    }

    private record Row(VersionView view, long createdPosition) {}

    private static ComponentView component(ResultSet row, int number) throws SQLException {
        return new ComponentView(
                row.getString("name"),
                row.getString("description"),
                row.getString("latest_version"),
                row.getInt("versions"),
                time(row),
                row.getLong("position"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String run = row.getString("run");
        VersionView view = new VersionView(
                row.getString("component"),
                row.getString("version"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("replacement"),
                List.of(Json.lenient().readValue(row.getString("changelog"), String[].class)),
                List.of(Json.lenient().readValue(row.getString("breaking_changes"), String[].class)),
                run == null ? null : Json.lenient().readValue(run, RunSpec.class),
                time(row),
                row.getString("created_by"),
                row.getLong("position"));
        return new Row(view, row.getLong("created_position"));
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }
}
