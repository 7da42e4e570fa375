package io.axiom.migration;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import java.util.UUID;

/** The servers tests run on, one of each for the whole JVM. */
public final class Databases {
    private Databases() {}

    public static DatabaseAddress postgres() {
        return DatabaseAddress.of(TestInfrastructure.postgres().jdbcUrl("postgres"));
    }

    public static DatabaseAddress mariaDb() {
        return EmbeddedMariaDb.address();
    }

    /** A database of its own. */
    static DatabaseAddress freshMariaDb() {
        String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
        try (SqlSession admin = mariaDb().open(0)) {
            admin.execute("CREATE DATABASE " + name);
        }
        return mariaDb().database(name, null, null);
    }

    public static DatabaseAddress sqlite() {
        return DatabaseAddress.of("jdbc:sqlite::memory:");
    }
}
