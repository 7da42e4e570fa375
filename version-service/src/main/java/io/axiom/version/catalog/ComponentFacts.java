package io.axiom.version.catalog;

import io.axiom.language.version.ChannelView;
import io.axiom.language.version.CompatibilityView;
import io.axiom.language.version.HistoryView;
import io.axiom.language.version.TestResultView;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is known about a component beside its versions: channels, compatibility, test results, history. */
@Component
class ComponentFacts {
    private final JdbcClient jdbc;

    ComponentFacts(JdbcClient jdbc, CatalogTables tablesExist) {
        this.jdbc = jdbc;
    }

    /** By name; there are few. */
    List<ChannelView> channels(String component) {
        return jdbc.sql("SELECT * FROM catalog_channel WHERE component = ? ORDER BY channel")
                .param(component)
                .query(ComponentFacts::channel)
                .list();
    }

    /** Declared last first; null versions are any. */
    Page<CompatibilityView> compatibility(
            String component, @Nullable String from, @Nullable String to, int limit, @Nullable String cursor) {
        List<CompatibilityView> rows = pairs("catalog_compatibility", component, from, to, limit, cursor)
                .query(ComponentFacts::compatibility)
                .list();
        return Page.of(rows, limit, view -> Long.toString(view.position()));
    }

    /** Recorded last first; null versions are any. */
    Page<TestResultView> testResults(
            String component, @Nullable String from, @Nullable String to, int limit, @Nullable String cursor) {
        List<TestResultView> rows = pairs("catalog_test_result", component, from, to, limit, cursor)
                .query(ComponentFacts::testResult)
                .list();
        return Page.of(rows, limit, view -> Long.toString(view.position()));
    }

    private JdbcClient.StatementSpec pairs(
            String table,
            String component,
            @Nullable String from,
            @Nullable String to,
            int limit,
            @Nullable String cursor) {
        return jdbc.sql("SELECT * FROM " + table + '\n' + """
                WHERE component = :component AND position < :before
                  AND (:from::text IS NULL OR from_version = :from) AND (:to::text IS NULL OR to_version = :to)
                ORDER BY position DESC LIMIT :limit""")
                .param("component", component)
                .param("before", cursor == null ? Long.MAX_VALUE : Page.number("cursor", cursor))
                .param("from", from)
                .param("to", to)
                .param("limit", limit + 1);
    }

    /** Newest first; a null version is any. */
    Page<HistoryView> history(String component, @Nullable String version, int limit, @Nullable String cursor) {
        List<HistoryView> rows = jdbc.sql("""
                SELECT * FROM catalog_history
                WHERE component = :component AND position < :before AND (:version::text IS NULL OR version = :version)
                ORDER BY position DESC LIMIT :limit""")
                .param("component", component)
                .param("before", cursor == null ? Long.MAX_VALUE : Page.number("cursor", cursor))
                .param("version", version)
                .param("limit", limit + 1)
                .query(ComponentFacts::entry)
                .list();
        return Page.of(rows, limit, view -> Long.toString(view.position()));
    }

    private static ChannelView channel(ResultSet row, int number) throws SQLException {
        return new ChannelView(
                row.getString("component"),
                row.getString("channel"),
                row.getString("version"),
                row.getString("reason"),
                Columns.instant(row, "moved_at"),
                row.getString("moved_by"),
                row.getLong("position"));
    }

    private static CompatibilityView compatibility(ResultSet row, int number) throws SQLException {
        CompatibilityDeclared declared = Columns.read(row, "declared", CompatibilityDeclared.class);
        if (declared == null) {
            throw new IllegalStateException("catalog_compatibility.declared is never null");
        }
        return new CompatibilityView(
                declared.component(),
                declared.from(),
                declared.to(),
                declared.level(),
                declared.riskLevel(),
                declared.estimatedDowntimeMinutes(),
                declared.requiredActions(),
                declared.reason(),
                Columns.instant(row, "declared_at"),
                row.getString("declared_by"),
                row.getLong("position"));
    }

    private static TestResultView testResult(ResultSet row, int number) throws SQLException {
        return new TestResultView(
                row.getString("component"),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getBoolean("passed"),
                row.getString("suite"),
                row.getString("link"),
                Columns.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getLong("position"));
    }

    private static HistoryView entry(ResultSet row, int number) throws SQLException {
        return new HistoryView(
                row.getString("component"),
                row.getLong("position"),
                Columns.instant(row, "happened_at"),
                row.getString("happened_by"),
                row.getString("what"),
                row.getString("version"),
                row.getString("sentence"));
    }
}
