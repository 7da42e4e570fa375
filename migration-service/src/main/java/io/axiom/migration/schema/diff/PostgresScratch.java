package io.axiom.migration.schema.diff;

import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Scratch databases of PostgreSQL: each with a role of its own, so that a script cannot do what its superuser could. */
final class PostgresScratch {
    private PostgresScratch() {}

    static Scratch create(DatabaseAddress server) {
        String name = "axiom_scratch_" + random(8);
        String password = random(16);
        boolean ownRole;
        try (SqlSession admin = server.open(Scratch.STATEMENT_SECONDS)) {
            ownRole = admin.query("SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user")
                    .getFirst()
                    .flag("may");
            if (ownRole) {
                admin.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
                admin.execute("GRANT " + name + " TO CURRENT_USER");
            }
            admin.execute("CREATE DATABASE " + name + (ownRole ? " OWNER " + name : ""));
        }
        Runnable drop = () -> drop(server, name, ownRole);
        try {
            DatabaseAddress address =
                    ownRole ? server.database(name, name, password) : server.database(name, null, null);
            SqlSession session = address.open(Scratch.STATEMENT_SECONDS);
            session.execute("SET synchronous_commit = off");
            session.execute("SET lock_timeout = '5s'");
            session.execute("SET jit = off");
            return new Scratch(session, drop);
        } catch (RuntimeException e) {
            drop.run();
            throw e;
        }
    }

    private static void drop(DatabaseAddress server, String name, boolean ownRole) {
        try (SqlSession admin = server.open(0)) {
            admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            if (ownRole) {
                admin.execute("DROP ROLE IF EXISTS " + name);
            }
        }
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
