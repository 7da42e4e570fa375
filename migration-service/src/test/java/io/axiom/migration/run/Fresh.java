package io.axiom.migration.run;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.migration.Databases;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** New, empty databases of each engine, and what is in them. */
final class Fresh {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Fresh() {}

    static DatabaseAddress database(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> DatabaseAddress.of(TestInfrastructure.freshDatabase());
            case MARIADB -> mariaDb();
            case SQLITE -> sqlite();
        };
    }

    private static DatabaseAddress mariaDb() {
        String name = "run_" + NUMBERS.incrementAndGet();
        try (SqlSession admin = Databases.mariaDb().open(0)) {
            admin.execute("CREATE DATABASE " + name);
        }
        return Databases.mariaDb().database(name, null, null);
    }

    private static DatabaseAddress sqlite() {
        try {
            var file = Files.createTempFile("axiom-run", ".db");
            file.toFile().deleteOnExit();
            return DatabaseAddress.of("jdbc:sqlite:" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void execute(DatabaseAddress address, String... statements) {
        try (SqlSession session = address.open(0)) {
            List.of(statements).forEach(session::execute);
        }
    }

    /** The first column of the first row. */
    static String value(DatabaseAddress address, String query) {
        try (SqlSession session = address.open(0)) {
            List<Row> rows = session.query(query);
            return rows.isEmpty() ? "" : String.valueOf(rows.getFirst().values().getFirst());
        }
    }

    static List<HistoryEntry> history(DatabaseAddress address) {
        try (SqlSession session = address.open(0)) {
            return History.of(session).entries();
        }
    }

    static List<Unfinished> unfinished(DatabaseAddress address) {
        try (SqlSession session = address.open(0)) {
            return History.of(session).unfinished();
        }
    }
}
