package io.axiom.cli.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.view.MigrationPlanView;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.RunStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SourceTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final MigrationOrigin ORIGIN = new MigrationOrigin(
            null, new MigrationOrigin.GitCommit("https://example.org/shop.git", "v1.2", "db/migrations", COMMIT));
    private static final String FROM = "  from db/migrations of https://example.org/shop.git at " + COMMIT + " (v1.2)";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private JsonNode source(String... arguments) {
        gateway.on(
                "POST /api/databases/shop/migrate",
                new MigrationPlanView("shop", Direction.UP, List.of(), "h", List.of(), List.of(), ORIGIN, null));
        Shell.Result result = Shell.at(gateway).run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains(FROM);
        return gateway.asked.getLast().json().path("source");
    }

    @Test
    void a_folder_in_git_is_named_not_sent(@TempDir Path folder) {
        JsonNode git = source(
                "migration",
                "plan",
                "shop",
                "--git",
                folder + "/../" + folder.getFileName(),
                "--revision",
                "v1.2",
                "--path",
                "db/migrations",
                "--placeholder",
                "env=test");

        assertThat(git)
                .hasToString("{\"git\":{\"path\":\"db/migrations\",\"repository\":\"" + folder
                        + "\",\"revision\":\"v1.2\"},\"placeholders\":{\"env\":\"test\"}}");
        assertThat(source("migration", "run", "shop", "--git", "git@example.org:shop.git", "--yes"))
                .hasToString("{\"git\":{\"repository\":\"git@example.org:shop.git\"}}");
    }

    @Test
    void one_source_is_given() {
        for (String[] wrong : new String[][] {
            {"migration", "plan", "shop"},
            {"migration", "plan", "shop", "folder", "--git", "/srv/shop"},
            {"migration", "run", "shop", "--directory", "/srv", "--git", "/srv/shop"},
            {"migration", "plan", "shop", "folder", "--revision", "v1"},
            {"migration", "baseline", "shop", "--directory", "/srv", "--path", "db", "--reason", "x"},
            {"migration", "repair", "shop", "1", "--reason", "x"}
        }) {
            Shell.Result result = Shell.at(gateway).run(wrong);
            assertThat(result.exitCode()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(result.err()).contains("--git <path|url>");
        }
    }

    @Test
    void a_repair_takes_a_folder_in_git_too() {
        gateway.on("POST /api/databases/shop/migrations/1/repair", "{}");
        assertThat(Shell.at(gateway)
                        .run("migration", "repair", "shop", "1", "--git", "https://example.org/r", "--reason", "x")
                        .exitCode())
                .isZero();
        assertThat(gateway.asked.getLast().json().path("source"))
                .hasToString("{\"git\":{\"repository\":\"https://example.org/r\"}}");
    }

    @Test
    void a_run_says_what_it_ran() {
        gateway.on(
                "GET /api/databases/shop/runs/last",
                new MigrationRunView(
                        "shop", "run-1", Direction.UP, RunStatus.COMPLETED, "h", null, ORIGIN, List.of(), null, 7));

        assertThat(Shell.at(gateway).run("migration", "status", "shop").out()).contains(FROM);
    }

    @Test
    void a_folder_too_large_to_be_sent_has_other_ways(@TempDir Path folder) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("V1__a.sql").toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        Files.writeString(folder.resolve("V2__b.sql"), "select 2");

        Shell.Result result = Shell.at(gateway).run("migration", "plan", "shop", folder.toString());

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err())
                .contains("cli.migrations-too-large", "--git <path|url> --path <folder>", "--directory " + folder);
        assertThat(gateway.asked).isEmpty();
    }
}
