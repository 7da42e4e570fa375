package io.axiom.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetPassword() {
        System.clearProperty("org.postgresql.pgpassfile");
    }

    @Test
    void aServerWithPasswordRefusesOthersAndKeepsItsDataOverAKill() throws Exception {
        Path passwords = folder.resolve("passfile");
        EmbeddedPostgresServer first = EmbeddedPostgresServer.startWithPassword(folder.resolve("data"), 0, passwords);
        first.createDatabase("kept");
        assertThat(Files.getPosixFilePermissions(passwords)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> DriverManager.getConnection(first.jdbcUrl("kept") + "&password=wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");

        ProcessHandle server = ProcessHandle.of(first.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        first.close(); // frees the folder's lock in this JVM; there is no server left to stop

        try (EmbeddedPostgresServer second =
                        EmbeddedPostgresServer.startWithPassword(folder.resolve("data"), 0, passwords);
                var connection = DriverManager.getConnection(second.jdbcUrl("kept"))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aServerLeftRunningIsStoppedBeforeAnotherStartsOnItsData() throws Exception {
        EmbeddedPostgresServer leftover = EmbeddedPostgresServer.start(folder.resolve("data"), 0);
        long pid = leftover.pid();
        LeftoverPostgres.stop(folder.resolve("data"));
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }
}
