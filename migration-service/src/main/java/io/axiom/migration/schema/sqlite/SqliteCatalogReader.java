package io.axiom.migration.schema.sqlite;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.CatalogReader;
import io.axiom.migration.schema.Scope;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** SQLite: the schema is the text of its objects, so equal texts are the same schema. */
public final class SqliteCatalogReader implements CatalogReader {
    private final SqlSession session;
    private final Scope scope;
    private List<Row> objects = List.of();
    private @Nullable Capture last;

    public SqliteCatalogReader(SqlSession session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    @Override
    public BooleanSupplier watch() {
        List<Row> then = session.query(SqliteCatalog.OBJECTS);
        return () -> session.query(SqliteCatalog.OBJECTS).equals(then);
    }

    @Override
    public Capture capture() {
        List<Row> now = session.query(SqliteCatalog.OBJECTS);
        Capture capture = last;
        if (capture == null || !now.equals(objects)) {
            capture = SqliteCatalog.capture(session, scope, now);
        }
        objects = now;
        last = capture;
        return capture;
    }
}
