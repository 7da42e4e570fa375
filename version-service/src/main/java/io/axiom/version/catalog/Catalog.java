package io.axiom.version.catalog;

import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentView;
import io.axiom.language.version.VersionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads components and versions from the catalog's tables. */
@Component
class Catalog {
    private static final TypeReference<Map<String, String>> CHANNELS = new TypeReference<>() {};
    private static final String COMPONENTS = """
            SELECT c.*, (SELECT jsonb_object_agg(h.channel, h.version) FROM catalog_channel h
                         WHERE h.component = c.name) AS channels
            FROM catalog_component c
            """;

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc, CatalogTables tablesExist) {
        this.jdbc = jdbc;
    }

    /** By name. The cursor is the last name of the page before. */
    Page<ComponentView> components(int limit, @Nullable String cursor) {
        List<ComponentView> rows = jdbc.sql(COMPONENTS + "WHERE c.name > ? ORDER BY c.name LIMIT ?")
                .params(cursor == null ? "" : cursor, limit + 1)
                .query(Catalog::component)
                .list();
        return Page.of(rows, limit, ComponentView::name);
    }

    Optional<ComponentView> component(String name) {
        return jdbc.sql(COMPONENTS + "WHERE c.name = ?")
                .param(name)
                .query(Catalog::component)
                .optional();
    }

    /** Newest first. The cursor is the position the last version of the page before was created at. */
    Page<VersionView> versions(String component, int limit, @Nullable String cursor) {
        long before = cursor == null ? Long.MAX_VALUE : Page.number("cursor", cursor);
        List<VersionRow> rows = jdbc.sql(VersionRow.SELECT + """
                WHERE v.component = ? AND v.created_position < ? ORDER BY v.created_position DESC LIMIT ?""")
                .params(component, before, limit + 1)
                .query(VersionRow::of)
                .list();
        Page<VersionRow> page = Page.of(rows, limit, row -> Long.toString(row.createdPosition()));
        return new Page<>(page.items().stream().map(VersionRow::view).toList(), page.next());
    }

    Optional<VersionView> version(String component, String version) {
        return jdbc.sql(VersionRow.SELECT + "WHERE v.component = ? AND v.version = ?")
                .params(component, version)
                .query(VersionRow::of)
                .optional()
                .map(VersionRow::view);
    }

    private static ComponentView component(ResultSet row, int number) throws SQLException {
        Map<String, String> channels = Columns.read(row, "channels", CHANNELS, Map.of());
        return new ComponentView(
                row.getString("name"),
                row.getString("description"),
                channels.getOrDefault("latest", row.getString("latest_version")),
                row.getInt("versions"),
                Columns.instant(row, "created_at"),
                row.getLong("position"),
                Objects.requireNonNullElse(Columns.read(row, "policy", ComponentPolicy.class), ComponentPolicy.USUAL),
                channels);
    }
}
