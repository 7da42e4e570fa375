package io.axiom.benchmarks.migration;

import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.run.Outcome;
import io.axiom.migration.run.Progress;
import io.axiom.migration.run.RunOptions;
import io.axiom.migration.run.Runner;
import io.axiom.migration.run.Task;
import io.axiom.migration.source.Batches;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A column of every row computed: by one UPDATE with nothing beside it, then by the runner in ranges of keys with two readers and two
 * writers of single rows beside it, each on a table of its own that is the same. Arguments: {@code postgresql} or {@code sqlite};
 * rows (10,000,000); rows per range (1,000, more than one for several runs).
 */
public final class BatchedUpdate {
    private static final String SET = " SET total = price * quantity";

    private BatchedUpdate() {}

    public static void main(String[] arguments) throws Exception {
        boolean sqlite = arguments.length > 0 && arguments[0].equals("sqlite");
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000_000;
        List<Integer> sizes = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length).stream()
                        .map(Integer::valueOf)
                        .toList()
                : List.of(Batches.DEFAULT_SIZE);
        if (sqlite) {
            measure("jdbc:sqlite:" + Files.createTempDirectory("axiom-batch").resolve("batch.db"), rows, sizes);
            return;
        }
        try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(null, 0)) {
            postgres.createDatabase("batch");
            measure(postgres.jdbcUrl("batch"), rows, sizes);
        }
    }

    private static void measure(String url, long rows, List<Integer> sizes) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            boolean sqlite = url.startsWith("jdbc:sqlite:");
            if (sqlite) {
                statement.execute("PRAGMA journal_mode = WAL");
            }
            fill(statement, sqlite, "single", rows);
            long begin = System.nanoTime();
            statement.execute("UPDATE single" + SET);
            double single = rows / seconds(begin);
            statement.execute("DROP TABLE single");
            System.out.printf("one UPDATE of %,d rows: %,.0f rows/s%n", rows, single);
            for (int size : sizes) {
                fill(statement, sqlite, "batched", rows);
                Clients clients = new Clients(url, "batched", rows).start(2, 2);
                begin = System.nanoTime();
                try (clients) {
                    run(url, size);
                }
                double batched = rows / seconds(begin);
                statement.execute("DROP TABLE batched");
                System.out.printf(
                        "ranges of %,d: %,.0f rows/s (%.0f %%); %s%n",
                        size, batched, 100 * batched / single, clients.sentence());
            }
        }
    }

    private static void fill(Statement statement, boolean sqlite, String table, long rows) throws SQLException {
        statement.execute("CREATE TABLE " + table + " (id bigint NOT NULL PRIMARY KEY, price integer NOT NULL,"
                + " quantity integer NOT NULL, total bigint, note text)");
        String numbers = sqlite
                ? "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + rows + ") SELECT i"
                : "SELECT i";
        String source = sqlite ? " FROM c" : " FROM generate_series(1, " + rows + ") AS i";
        statement.execute("INSERT INTO " + table + " " + numbers + ", i % 1000, i % 17, NULL, 'note ' || i" + source);
        if (!sqlite) {
            statement.execute("VACUUM ANALYZE " + table);
            statement.execute("CHECKPOINT");
        }
    }

    private static void run(String url, int size) {
        Task task = Task.of(
                        "total-" + size,
                        Integer.toString(size),
                        "total",
                        Direction.UP,
                        List.of("UPDATE batched" + SET + " WHERE id BETWEEN :from AND :to"))
                .with(Batches.of("batched", "id", size));
        Outcome outcome = Runner.on(DatabaseAddress.of(url), RunOptions.DEFAULT, "benchmark")
                .run(List.of(task), Progress.NONE);
        if (outcome.failure() != null) {
            throw new IllegalStateException(outcome.failure().toString());
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
