package io.axiom.migration.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.sql.Dialect;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Servers on which scratch databases are made for SQL that concerns no registered database: {@code axiom.scratch.postgresql.url},
 * {@code .user} and {@code .password}, and the same for {@code mariadb}. PostgreSQL's default is this service's own server.
 */
@Component
class ScratchServers {
    private final Environment settings;

    ScratchServers(Environment settings) {
        this.settings = settings;
    }

    DatabaseAddress of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> configured("postgresql", "axiom.database");
            case MYSQL, MARIADB -> configured("mariadb", "");
            case SQLITE -> DatabaseAddress.of("jdbc:sqlite::memory:");
        };
    }

    private DatabaseAddress configured(String engine, String otherwise) {
        String prefix =
                settings.containsProperty("axiom.scratch." + engine + ".url") ? "axiom.scratch." + engine : otherwise;
        String url = prefix.isEmpty() ? null : settings.getProperty(prefix + ".url");
        if (url == null) {
            throw new RejectedException(new Rejection(
                    "migration.no-scratch-server",
                    Rejection.Kind.UNPROCESSABLE,
                    "This installation knows no server of " + engine + " to build schemas on.",
                    "Set axiom.scratch." + engine + ".url, .user and .password of migration-service."));
        }
        String user = settings.getProperty(prefix + ".user", settings.getProperty(prefix + ".username", ""));
        String password = settings.getProperty(prefix + ".password", "");
        return new DatabaseAddress(url, user.isEmpty() ? null : user, password.isEmpty() ? null : password);
    }
}
