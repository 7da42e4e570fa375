package io.axiom.infrastructure;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL and one Kafka for all tests of a JVM, started when first asked for; each test takes its own database. */
public final class TestInfrastructure {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaServer kafka;

    private TestInfrastructure() {}

    public static synchronized PostgresServer postgres() {
        PostgresServer running = postgres;
        if (running == null) {
            running = EmbeddedPostgresServer.start(null, 0);
            postgres = running;
        }
        return running;
    }

    public static synchronized KafkaServer kafka() {
        KafkaServer running = kafka;
        if (running == null) {
            KafkaServer started = EmbeddedKafkaServer.start(null, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "kafka-close"));
            kafka = started;
            running = started;
        }
        return running;
    }

    /** JDBC URL of a new, empty database. */
    public static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        postgres().createDatabase(name);
        return postgres().jdbcUrl(name);
    }
}
