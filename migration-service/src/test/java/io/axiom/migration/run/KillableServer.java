package io.axiom.migration.run;

import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.migration.MariaDbProcess;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A database server that may be killed and comes back with the same data at the same address. */
sealed interface KillableServer extends AutoCloseable {
    static KillableServer of(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> new Postgres();
            case MARIADB -> new MariaDb(MariaDbProcess.start());
            case SQLITE -> throw new IllegalArgumentException("SQLite's server is the process that uses it");
        };
    }

    DatabaseAddress address();

    void kill();

    void startAgain();

    @Override
    void close();

    /** PostgreSQL's postmaster; its children go when they notice. */
    final class Postgres implements KillableServer {
        private final Path data;
        private EmbeddedPostgresServer server;

        Postgres() {
            try {
                data = Files.createTempDirectory("axiom-crash").resolve("data");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = EmbeddedPostgresServer.start(data, 0);
        }

        @Override
        public DatabaseAddress address() {
            return DatabaseAddress.of(server.jdbcUrl("postgres"));
        }

        @Override
        public void kill() {
            ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            // Nothing is left to stop; this lets go of the data.
            server.close();
        }

        @Override
        public void startAgain() {
            int port = server.port();
            // Until the killed server's children have gone its memory is in use.
            server = await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> EmbeddedPostgresServer.start(data, port), started -> true);
        }

        @Override
        public void close() {
            server.close();
            FileSystemUtils.deleteRecursively(data.getParent().toFile());
        }
    }

    record MariaDb(MariaDbProcess process) implements KillableServer {
        @Override
        public DatabaseAddress address() {
            return process.address();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void startAgain() {
            process.startAgain();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
