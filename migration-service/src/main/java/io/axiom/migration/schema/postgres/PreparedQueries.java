package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Catalog queries prepared in the session by their SQL name. What the driver prepares it forgets at every DDL statement and change
 * of the search path, and planning these queries takes longer than running them.
 */
final class PreparedQueries implements CatalogRows {
    private static final String UNKNOWN = "26000";

    private final SqlSession session;
    private final Map<String, String> names = new HashMap<>();

    PreparedQueries(SqlSession session) {
        this.session = session;
    }

    @Override
    public List<Row> of(String query) {
        String name = names.get(query);
        if (name != null) {
            try {
                return session.query("EXECUTE " + name);
            } catch (SqlFailure e) {
                // A script may have said DEALLOCATE or DISCARD.
                if (!e.sqlState().equals(UNKNOWN)) {
                    throw e;
                }
            }
        }
        String fresh = "axiom_" + UUID.randomUUID().toString().replace("-", "");
        session.execute("PREPARE " + fresh + " AS " + query);
        names.put(query, fresh);
        return session.query("EXECUTE " + fresh);
    }
}
