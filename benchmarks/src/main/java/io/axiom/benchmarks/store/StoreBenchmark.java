package io.axiom.benchmarks.store;

import io.axiom.eventstore.LogOptions;
import io.axiom.eventstore.PostgresEventLog;
import io.axiom.eventstore.PostgresEventStorageEngine;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Measures the event store in one run on one machine, on a PostgreSQL of its own with fsync on. Arguments: seconds per
 * measurement (10), and which of {@code axon copy latency replay} (all).
 */
public final class StoreBenchmark {
    private static final int AXON_CONNECTIONS = 32;
    /** The machine's speed changes from one minute to the next: one after the other by turns, and the middle of all. */
    private static final int COPY_ROUNDS = 7;

    private final String jdbcUrl;
    private final long postmaster;
    private final Duration seconds;
    private final Serializer serializer = Jackson3Serializer.builder().build();

    private StoreBenchmark(String jdbcUrl, long postmaster, Duration seconds) {
        this.jdbcUrl = jdbcUrl;
        this.postmaster = postmaster;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Duration seconds = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        String which = arguments.length > 1 ? String.join(" ", arguments) : "axon copy latency replay";
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(null, 0)) {
            server.createDatabase("bench");
            StoreBenchmark benchmark = new StoreBenchmark(server.jdbcUrl("bench"), server.pid(), seconds);
            benchmark.keepLogFiles();
            benchmark.ours("beforehand", 1_024);
            if (which.contains("axon")) {
                benchmark.againstAxon();
            }
            if (which.contains("latency")) {
                benchmark.latency();
            }
            if (which.contains("copy")) {
                benchmark.againstCopy();
            }
            if (which.contains("replay")) {
                benchmark.replay();
            }
        }
    }

    private void againstAxon() throws Exception {
        AppendLoad.Result ours = ours("versus", 256);
        AppendLoad.Result theirs;
        checkpoint();
        try (AxonJdbc axon = new AxonJdbc(jdbcUrl, AXON_CONNECTIONS, serializer)) {
            theirs = AppendLoad.run("axon", 256, Duration.ofSeconds(4), seconds, postmaster, axon::append);
        }
        print("appends, 256 concurrent, this engine", ours.toString());
        print("appends, 256 concurrent, Axon's JDBC", theirs.toString());
        print("ratio", "%.1f x".formatted(ours.perSecond() / theirs.perSecond()));
    }

    private void latency() throws Exception {
        print("appends, 64 concurrent", ours("latency", 64).toString());
    }

    private void againstCopy() throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= COPY_ROUNDS; round++) {
            String context = "copy-" + round;
            AppendLoad.Result ours = ours(context, 1_024);
            CopyBaseline.Result copy = new CopyBaseline(jdbcUrl, context).run();
            ratios.add(100 * ours.perSecond() / copy.everything());
            print("appends, 1,024 concurrent", ours.toString());
            print("COPY of the same rows", "%,9.0f/s".formatted(copy.everything()));
            print("  of their event rows alone", "%,9.0f/s".formatted(copy.eventRows()));
            print("ratio", "%.0f %%".formatted(ratios.getLast()));
            execute("DROP SCHEMA \"" + context + "_log\", copied CASCADE");
        }
        ratios.sort(null);
        print("ratio, median of %d rounds".formatted(COPY_ROUNDS), "%.0f %%".formatted(ratios.get(COPY_ROUNDS / 2)));
    }

    private void replay() throws Exception {
        ours("replayed", 1_024);
        try (PostgresEventLog log = PostgresEventLog.open(jdbcUrl, "replayed")) {
            PostgresEventStorageEngine engine = engine(log);
            for (int round = 0; round < 4; round++) {
                long begin = System.nanoTime();
                long events = engine.readEvents(null, false)
                        .filter(e -> e.getPayload() instanceof DeploymentNoted && e.getMetaData() != null)
                        .count();
                double rate = events / ((System.nanoTime() - begin) / 1e9);
                print("replay of %,d events, round %d".formatted(events, round + 1), "%,9.0f/s".formatted(rate));
            }
        }
    }

    /** A new PostgreSQL has to make its log's files, which takes 50 ms for every 16 MB; one under steady load uses old ones again. */
    private void keepLogFiles() throws SQLException {
        execute("ALTER SYSTEM SET min_wal_size = '1GB'");
        execute("SELECT pg_reload_conf()");
    }

    private void checkpoint() throws SQLException {
        execute("CHECKPOINT");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private AppendLoad.Result ours(String context, int callers) throws Exception {
        checkpoint();
        try (PostgresEventLog log = PostgresEventLog.open(jdbcUrl, context, LogOptions.DEFAULT)) {
            PostgresEventStorageEngine engine = engine(log);
            return AppendLoad.run(
                    context, callers, Duration.ofSeconds(4), seconds, postmaster, (aggregate, sequence) -> {
                        DomainEventMessage<?> event = new GenericDomainEventMessage<>(
                                "rollout", aggregate, sequence, DeploymentNoted.number(sequence));
                        engine.appendEvents(event);
                    });
        }
    }

    private PostgresEventStorageEngine engine(PostgresEventLog log) {
        return PostgresEventStorageEngine.builder()
                .log(log)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    private static void print(String what, String figure) {
        System.out.printf("%-48s %s%n", what, figure);
    }
}
