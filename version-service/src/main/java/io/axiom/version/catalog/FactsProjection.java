package io.axiom.version.catalog;

import io.axiom.language.Contexts;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RecordedEvent;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionEvent;
import io.axiom.runtime.projection.Projection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of channels, compatibility, test results and history up to date. */
@Component
class FactsProjection implements Projection {
    private final JdbcClient jdbc;

    FactsProjection(JdbcClient jdbc, CatalogTables tablesExist) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "catalog-facts";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.VERSION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof VersionEvent event) {
            history(recorded, event);
            switch (event) {
                case ChannelMoved moved -> channel(recorded, moved);
                case CompatibilityDeclared declared -> compatibility(recorded, declared);
                case TestResultRecorded result -> testResult(recorded, result);
                default -> {}
            }
        }
    }

    private void history(RecordedEvent recorded, VersionEvent event) {
        String type = MessageCatalog.nameOf(event.getClass());
        jdbc.sql("""
                INSERT INTO catalog_history (component, position, happened_at, happened_by, what, version, sentence)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(event.component())
                .param(recorded.position())
                .param(Columns.timeOf(recorded))
                .param(recorded.metadata().actor().name())
                .param(type.substring(type.indexOf('.') + 1, type.lastIndexOf('.')))
                .param(HistoryText.versionOf(event))
                .param(HistoryText.of(event))
                .update();
    }

    private void channel(RecordedEvent recorded, ChannelMoved moved) {
        if (moved.to() == null) {
            jdbc.sql("DELETE FROM catalog_channel WHERE component = ? AND channel = ?")
                    .params(moved.component(), moved.channel())
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO catalog_channel (component, channel, version, reason, moved_at, moved_by, position)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (component, channel) DO UPDATE SET version = excluded.version, reason = excluded.reason,
                  moved_at = excluded.moved_at, moved_by = excluded.moved_by, position = excluded.position""")
                .param(moved.component())
                .param(moved.channel())
                .param(moved.to())
                .param(moved.reason())
                .param(Columns.timeOf(recorded))
                .param(recorded.metadata().actor().name())
                .param(recorded.position())
                .update();
    }

    private void compatibility(RecordedEvent recorded, CompatibilityDeclared declared) {
        jdbc.sql("""
                INSERT INTO catalog_compatibility
                  (component, from_version, to_version, declared, declared_at, declared_by, position)
                VALUES (?, ?, ?, ?::jsonb, ?, ?, ?)
                ON CONFLICT (component, from_version, to_version) DO UPDATE SET declared = excluded.declared,
                  declared_at = excluded.declared_at, declared_by = excluded.declared_by, position = excluded.position""")
                .param(declared.component())
                .param(declared.from())
                .param(declared.to())
                .param(Columns.json(declared))
                .param(Columns.timeOf(recorded))
                .param(recorded.metadata().actor().name())
                .param(recorded.position())
                .update();
    }

    private void testResult(RecordedEvent recorded, TestResultRecorded result) {
        jdbc.sql("""
                INSERT INTO catalog_test_result
                  (component, position, from_version, to_version, passed, suite, link, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(result.component())
                .param(recorded.position())
                .param(result.from())
                .param(result.to())
                .param(result.passed())
                .param(result.suite())
                .param(result.link())
                .param(Columns.timeOf(recorded))
                .param(recorded.metadata().actor().name())
                .update();
    }
}
