package io.axiom.migration.status;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.migration.DatabaseEvent.DatabaseRegistered;
import io.axiom.runtime.projection.Projection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the list of databases. */
@Component
class DatabaseProjection implements Projection {
    private final JdbcClient jdbc;

    DatabaseProjection(JdbcClient jdbc, DatabaseTables tablesExist) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "databases";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.MIGRATION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof DatabaseRegistered event) {
            jdbc.sql("INSERT INTO migration_database (id, environment) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(event.databaseId(), event.environment())
                    .update();
        }
    }
}
