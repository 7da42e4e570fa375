package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.language.migration.Direction;
import io.axiom.migration.Databases;
import io.axiom.migration.database.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongPasswordTest {
    private static final String WRONG = "geheim-und-falsch";

    @TempDir
    Path folder;

    private static void isTold(DatabaseAddress address, String words) {
        Task task = Task.of("m", "1", "sum", Direction.UP, List.of("CREATE TABLE m (id int)"));
        for (Outcome outcome : List.of(
                Runner.on(address, RunOptions.DEFAULT, "test").run(List.of(task), Progress.NONE),
                Runner.on(address, RunOptions.DEFAULT, "test").dryRun(List.of(task), Progress.NONE))) {
            assertThat(String.valueOf(outcome.failure()))
                    .contains("migration.run.unreachable", words)
                    .doesNotContain(WRONG);
        }
        assertThat(address.toString()).doesNotContain(WRONG);
    }

    @Test
    void mariaDbsIsNotEchoed() {
        DatabaseAddress right = Databases.mariaDb();
        isTold(new DatabaseAddress(right.url(), right.user(), WRONG), "Access denied for user 'axiom'");
        isTold(new DatabaseAddress(right.url() + "?user=axiom&password=" + WRONG, null, null), "Access denied");
    }

    @Test
    void postgresIsNotEchoed() throws Exception {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("data"), 0);
        try {
            DatabaseAddress admin = DatabaseAddress.of(server.jdbcUrl("postgres"));
            Path rules = Path.of(Fresh.value(admin, "SHOW hba_file"));
            Files.writeString(rules, "host all app 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
            Fresh.execute(admin, "CREATE ROLE app LOGIN PASSWORD 'right'", "SELECT pg_reload_conf()");
            String url = server.jdbcUrl("postgres").replace("?user=postgres", "");
            isTold(new DatabaseAddress(url, "app", WRONG), "password authentication failed for user \"app\"");
            isTold(
                    DatabaseAddress.of(url + "?user=app&password=" + WRONG),
                    "password authentication failed for user \"app\"");
        } finally {
            server.close();
        }
    }
}
