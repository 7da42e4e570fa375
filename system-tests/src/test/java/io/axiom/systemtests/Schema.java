package io.axiom.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** The shop's database, read past Axiom: which of the releases' migrations are in it. */
final class Schema {
    static final String DATABASE = "shop";

    private final Path folder;
    private final Path migrations;

    Schema(Path folder) {
        this.folder = folder;
        this.migrations = folder.resolve("migrations");
        try {
            Files.createDirectories(migrations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }

    Map<String, Object> needed(String level) {
        return Map.of("database", DATABASE, "level", level, "source", Map.of("directory", migrations.toString()));
    }

    void write(String version, String sql) {
        try {
            Files.writeString(file(version), sql + ";\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String version) {
        return migrations.resolve("V" + version + "__level_" + version + ".sql");
    }

    /** Schema and history agree, and the level is in both or in neither; one that is not is forgotten. */
    void holds(String level, boolean applied) {
        Awaitility.await("level " + level + (applied ? " to be applied" : " to be taken back"))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    Set<String> indexes = read("SELECT substr(name, 7) FROM sqlite_master WHERE name LIKE 'round_%'");
                    Set<String> history =
                            read("SELECT version FROM schema_migrations WHERE status = 'applied' AND version <> '1'");
                    assertThat(indexes).isEqualTo(history);
                    assertThat(indexes.contains(level)).isEqualTo(applied);
                });
        if (!applied) {
            try {
                Files.delete(file(level));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Set<String> read(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> all = new TreeSet<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
