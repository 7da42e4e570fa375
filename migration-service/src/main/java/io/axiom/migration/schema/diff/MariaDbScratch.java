package io.axiom.migration.schema.diff;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.util.List;

/** Scratch databases of MariaDB: each with a user that has rights in this database only, so it reads and writes no file. */
final class MariaDbScratch {
    private MariaDbScratch() {}

    static Scratch create(DatabaseAddress server) {
        String name = "axiom_scratch_" + PostgresScratch.random(8);
        String password = PostgresScratch.random(16);
        try (SqlSession admin = server.open(Scratch.STATEMENT_SECONDS)) {
            admin.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }
        Runnable drop = () -> drop(server, name);
        try {
            try (SqlSession admin = server.open(Scratch.STATEMENT_SECONDS)) {
                for (String user : users(name)) {
                    admin.execute("CREATE USER " + user + " IDENTIFIED BY '" + password + "'");
                    admin.execute("GRANT ALL PRIVILEGES ON " + name + ".* TO " + user);
                }
            }
            SqlSession session = server.database(name, name, password).open(Scratch.STATEMENT_SECONDS);
            session.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
            return new Scratch(session, drop);
        } catch (RuntimeException e) {
            drop.run();
            throw e;
        }
    }

    /** From anywhere, and from the server's own machine, where an anonymous user would come before the first. */
    private static List<String> users(String name) {
        return List.of(name + "@'%'", name + "@localhost");
    }

    private static void drop(DatabaseAddress server, String name) {
        try (SqlSession admin = server.open(0)) {
            admin.execute("DROP DATABASE IF EXISTS " + name);
            for (String user : users(name)) {
                admin.execute("DROP USER IF EXISTS " + user);
            }
        } catch (SqlFailure e) {
            // Left for the next start to find: its name says what it is.
        }
    }
}
