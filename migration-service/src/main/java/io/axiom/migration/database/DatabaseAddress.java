package io.axiom.migration.database;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects. Its text never shows user, password or the URL's parameters.
 *
 * @param url {@code jdbc:postgresql:}, {@code jdbc:mariadb:}, {@code jdbc:mysql:} or {@code jdbc:sqlite:}
 * @param user null where the URL or the engine says it
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    public DatabaseAddress {
        engine(url);
    }

    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, null, null);
    }

    public Engine engine() {
        return engine(url);
    }

    private static Engine engine(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return Engine.POSTGRESQL;
        } else if (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) {
            return Engine.MARIADB;
        } else if (url.startsWith("jdbc:sqlite:")) {
            return Engine.SQLITE;
        }
        throw new RejectedException(new Rejection(
                "migration.database-url-unknown",
                Rejection.Kind.INVALID,
                "The address of a database begins with jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:sqlite:.",
                "Write the JDBC URL of a PostgreSQL, MariaDB, MySQL or SQLite database."));
    }

    /** The same server, another database and, where given, another user. */
    public DatabaseAddress database(String name, @Nullable String otherUser, @Nullable String otherPassword) {
        int query = url.indexOf('?');
        String base = query < 0 ? url : url.substring(0, query);
        String parameters = query < 0 ? "" : url.substring(query);
        int slash = base.lastIndexOf('/');
        String server = slash > base.indexOf("//") + 1 ? base.substring(0, slash) : base;
        if (otherUser == null) {
            return new DatabaseAddress(server + '/' + name + parameters, user, password);
        }
        String others =
                parameters.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
        return new DatabaseAddress(server + '/' + name + others, otherUser, otherPassword);
    }

    /** Opens a session; statements are cancelled after {@code limitSeconds}, never for 0. */
    public SqlSession open(int limitSeconds) {
        return engine() == Engine.MARIADB
                ? MySqlSession.open(this, limitSeconds)
                : JdbcSession.open(this, limitSeconds);
    }

    @Override
    public String toString() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
