package io.axiom.migration;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.migration.database.DatabaseAddress;

/** The servers tests run on, one of each for the whole JVM. */
public final class Databases {
    private Databases() {}

    public static DatabaseAddress postgres() {
        return DatabaseAddress.of(TestInfrastructure.postgres().jdbcUrl("postgres"));
    }

    public static DatabaseAddress mariaDb() {
        return EmbeddedMariaDb.address();
    }

    public static DatabaseAddress sqlite() {
        return DatabaseAddress.of("jdbc:sqlite::memory:");
    }
}
