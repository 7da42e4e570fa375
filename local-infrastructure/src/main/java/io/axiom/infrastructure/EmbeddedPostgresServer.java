package io.axiom.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from the binaries on Maven Central, durable: {@code fsync} and {@code synchronous_commit} are on. */
public final class EmbeddedPostgresServer implements PostgresServer {
    private final EmbeddedPostgres postgres;
    private final Path data;

    private EmbeddedPostgresServer(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /**
     * Starts a server that trusts every process of this machine, for tests. One that a killed process left running on the
     * same data is stopped first.
     *
     * @param data where the data is kept; null for a temporary folder that is deleted on close
     * @param port 0 for any free one
     */
    public static EmbeddedPostgresServer start(@Nullable Path data, int port) {
        try {
            Path folder = data == null ? Files.createTempDirectory("axiom-postgres") : data;
            return new EmbeddedPostgresServer(
                    configure(folder, port, data == null).start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /**
     * Starts a server that asks for the password in {@code passwords} (PostgreSQL's passfile format, mode 0600; made when
     * missing). The driver finds it through the system property {@code org.postgresql.pgpassfile}, which this sets.
     */
    public static EmbeddedPostgresServer startWithPassword(Path data, int port, Path passwords) {
        try {
            String password = PostgresPassword.readOrCreate(passwords);
            System.setProperty("org.postgresql.pgpassfile", passwords.toString());
            EmbeddedPostgres postgres = configure(data, port, false)
                    .setConnectConfig("password", password)
                    .setRegisterShutdownHook(false)
                    .start();
            EmbeddedPostgresServer server = new EmbeddedPostgresServer(postgres, data);
            PostgresPassword.require(server.jdbcUrl("postgres"), data, password);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + data, e);
        }
    }

    private static EmbeddedPostgres.Builder configure(Path data, int port, boolean temporary) throws IOException {
        LeftoverPostgres.stop(data);
        Files.createDirectories(data.toAbsolutePath().getParent());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(temporary)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB");
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + '/' + database + "?user=postgres";
    }

    @Override
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            find.setString(1, name);
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    try (var create = connection.createStatement()) {
                        create.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + '"');
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be created", e);
        }
    }

    @Override
    public long pid() {
        try {
            return LeftoverPostgres.running(data).map(ProcessHandle::pid).orElse(-1L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
