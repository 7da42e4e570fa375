package io.axiom.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/** The embedded server's password: in one file only its owner reads, so no other user of the machine can touch the log. */
final class PostgresPassword {
    private static final String PREFIX = "127.0.0.1:*:*:postgres:";

    private PostgresPassword() {}

    static String readOrCreate(Path passfile) throws IOException {
        if (Files.exists(passfile)) {
            return Files.readString(passfile).strip().substring(PREFIX.length());
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createDirectories(passfile.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(
                passfile.toAbsolutePath().getParent(),
                "passfile",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, PREFIX + password + '\n');
        Files.move(unfinished, passfile);
        return password;
    }

    /** Sets the password and makes the server ask for it. Done at every start, so a crash in between does no harm. */
    static void require(String url, Path data, String password) throws IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL's password could not be set", e);
        }
    }
}
