package io.axiom.migration.schema.diff;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.JdbcSession;
import java.util.Properties;

/** Scratch databases of SQLite: in memory, of bounded size, unable to open any file. */
final class SqliteScratch {
    private static final int PAGES = 64 * 1024;

    private SqliteScratch() {}

    static Scratch create() {
        Properties properties = new Properties();
        // Neither ATTACH nor VACUUM INTO, which attaches too, reach a file then.
        properties.setProperty("limit_attached", "0");
        properties.setProperty("foreign_keys", "true");
        JdbcSession session =
                JdbcSession.open(DatabaseAddress.of("jdbc:sqlite::memory:"), properties, Scratch.STATEMENT_SECONDS);
        session.execute("PRAGMA max_page_count = " + PAGES);
        return new Scratch(session, () -> {});
    }
}
