package io.axiom.eventstore;

import static io.axiom.eventstore.Events.append;
import static io.axiom.eventstore.Events.command;
import static io.axiom.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axiom.infrastructure.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresEventLogTest {
    private static final String UNCHECKED_FOR = "com.zaxxer.hikari.aliveBypassWindowMs";

    private final String database = TestInfrastructure.freshDatabase();
    private PostgresEventLog log;

    @BeforeEach
    void open() {
        log = PostgresEventLog.open(database, "test");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void givesPositionsFromOneInCommitOrder() {
        assertThat(log.head()).isZero();
        assertThat(log.append(append("a", 0, 2)).join()).isEqualTo(new Appended(1, 2));
        assertThat(log.append(append("b", 0, 1)).join()).isEqualTo(new Appended(3, 3));
        assertThat(log.head()).isEqualTo(3);
        assertThat(log.read(1, 10)).extracting(StoredEvent::position).containsExactly(2L, 3L);
    }

    @Test
    void givesBackExactlyWhatWasAppended() {
        NewEvent event = new NewEvent(
                "thing",
                "ünï😀",
                0,
                "my-own-id",
                "t.v1",
                new byte[] {0, -1, 7},
                new byte[0],
                Events.TIME.plusNanos(999));
        log.append(new Append(null, List.of(event), null)).join();
        NewEvent stored = log.read(0, 1).getFirst().event();
        assertThat(stored).usingRecursiveComparison().isEqualTo(event);
        assertThat(stored.time()).isEqualTo(Events.TIME);
    }

    @Test
    void tellsExactlyTheLoserOfASequence() {
        log.append(append("a", 0, 1)).join();
        CompletableFuture<Appended> stale = log.append(append("a", 0, 1));
        CompletableFuture<Appended> gap = log.append(append("a", 5, 1));
        CompletableFuture<Appended> fine = log.append(append("b", 0, 1));
        assertThatThrownBy(stale::join)
                .hasCauseInstanceOf(SequenceConflictException.class)
                .hasMessageContaining("continues with event 1, not 0");
        assertThatThrownBy(gap::join).hasCauseInstanceOf(SequenceConflictException.class);
        assertThat(fine.join().firstPosition()).isEqualTo(2);
    }

    @Test
    void storesAllOrNothingOfOneAppend() {
        List<NewEvent> events = List.of(event("a", 0), event("a", 2));
        assertThatThrownBy(() -> log.append(new Append(null, events, null)).join())
                .hasCauseInstanceOf(SequenceConflictException.class);
        assertThat(log.head()).isZero();
        assertThat(log.append(append("a", 0, 1)).join().firstPosition()).isEqualTo(1);
    }

    @Test
    void doesACommandOnceAndGivesTheSameAnswerAgain() {
        Appended first = log.append(command("c1", "a", 0, 2)).join();
        assertThatThrownBy(() -> log.append(command("c1", "a", 2, 1)).join())
                .cause()
                .isInstanceOfSatisfying(DuplicateCommandException.class, duplicate -> {
                    assertThat(duplicate.outcome().appended()).isEqualTo(first);
                    assertThat(duplicate.outcome().outcome()).asString().isEqualTo("{\"of\":\"c1\"}");
                });
        assertThat(log.head()).isEqualTo(2);
        assertThat(log.outcome("c1").orElseThrow().appended()).isEqualTo(first);
        assertThat(log.outcome("c2")).isEmpty();
    }

    @Test
    void doesACommandOnceAlsoWithinOneGroup() {
        List<CompletableFuture<Appended>> same = IntStream.range(0, 50)
                .mapToObj(i -> log.append(command("c", "stream-" + i, 0, 1)))
                .toList();
        long stored =
                same.stream().filter(f -> f.handle((a, e) -> e == null).join()).count();
        assertThat(stored).isEqualTo(1);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void storesTheOutcomeOfACommandThatLedToNoEvents() {
        log.append(append("a", 0, 3)).join();
        Appended appended = log.append(command("nothing", "a", 0, 0)).join();
        assertThat(appended).isEqualTo(new Appended(4, 3));
        assertThat(log.outcome("nothing")).isPresent();
        assertThat(log.verify(0).intact()).isTrue();
    }

    @Test
    void refusesAnEventIdItAlreadyHas() {
        NewEvent once = event("a", 0);
        NewEvent again = new NewEvent(
                "thing", "b", 0, once.eventId(), once.type(), once.payload(), once.metadata(), once.time());
        log.append(new Append(null, List.of(once), null)).join();
        assertThatThrownBy(
                        () -> log.append(new Append(null, List.of(again), null)).join())
                .hasCauseInstanceOf(DuplicateEventException.class);
        assertThat(log.append(append("b", 0, 1)).join().firstPosition()).isEqualTo(2);
    }

    @Test
    void refusesWhatItCouldNotStoreWithoutHarmToOthers() {
        NewEvent nul = new NewEvent("thing", "a\0", 0, "id", "t", new byte[0], new byte[0], Events.TIME);
        NewEvent half = new NewEvent("thing", "a\ud800", 0, "id", "t", new byte[0], new byte[0], Events.TIME);
        assertThatThrownBy(() -> log.append(new Append(null, List.of(nul), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.append(new Append(null, List.of(half), null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAStreamAsOfAPosition() {
        log.append(append("a", 0, 2)).join();
        log.append(append("b", 0, 1)).join();
        log.append(append("a", 2, 2)).join();
        assertThat(log.readStream("thing", "a", 0, Long.MAX_VALUE, 10)).hasSize(4);
        assertThat(log.readStream("thing", "a", 1, 4, 10))
                .extracting(s -> s.event().sequence())
                .containsExactly(1L, 2L);
        assertThat(log.readStream("other", "a", 0, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void findsThePositionOfAnInstant() {
        log.append(append("a", 0, 3)).join();
        assertThat(log.positionAt(Events.TIME.minusMillis(1))).isEmpty();
        assertThat(log.positionAt(Events.TIME)).hasValue(1);
        assertThat(log.positionAt(Events.TIME.plusMillis(1))).hasValue(2);
        assertThat(log.positionAt(Events.TIME.plusSeconds(9))).hasValue(3);
    }

    @Test
    void tellsOfCommitsByOtherProcesses() throws Exception {
        try (PostgresEventLog other = PostgresEventLog.open(database, "test")) {
            AtomicLong seen = new AtomicLong();
            try (AutoCloseable _ = log.onAppend(seen::set)) {
                other.append(append("a", 0, 3)).join();
                await().untilAsserted(() -> assertThat(seen).hasValue(3));
            }
        }
    }

    @Test
    void growsIntoFurtherPartitions() {
        try (PostgresEventLog small =
                PostgresEventLog.open(database, "small", LogOptions.DEFAULT.withPartitionSize(10))) {
            for (int i = 0; i < 30; i++) {
                small.append(append("a", i * 3L, 3)).join();
            }
            small.append(append("b", 0, 57)).join();
            assertThat(small.head()).isEqualTo(147);
            assertThat(small.readStream("thing", "a", 0, Long.MAX_VALUE, 1000)).hasSize(90);
            assertThat(small.verify(0).intact()).isTrue();
        }
    }

    @Test
    void keepsContextsOfOneDatabaseApart() {
        try (PostgresEventLog other = PostgresEventLog.open(database, "other-one")) {
            log.append(append("a", 0, 3)).join();
            assertThat(other.head()).isZero();
        }
    }

    @Test
    void answersEverythingBeforeItCloses() {
        List<CompletableFuture<Appended>> appends = IntStream.range(0, 200)
                .mapToObj(i -> log.append(append("s" + i, 0, 1)))
                .toList();
        log.close();
        assertThat(appends).allSatisfy(a -> assertThat(a).isCompleted());
        assertThatThrownBy(() -> log.append(append("late", 0, 1)).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LogUnavailableException.class);
    }

    /** As after PostgreSQL's restart: each connection in the pool is dead, and the pool has not noticed. */
    @Test
    void readsOverConnectionsThatDiedUnnoticed() throws Exception {
        log.append(append("a", 0, 1)).join();
        HikariConfig trusting = new HikariConfig();
        trusting.setJdbcUrl(database);
        trusting.setMinimumIdle(4);
        trusting.addDataSourceProperty("ApplicationName", "trusting");
        System.setProperty(UNCHECKED_FOR, "60000");
        try (HikariDataSource pool = new HikariDataSource(trusting);
                PostgresEventLog other = PostgresEventLog.open(pool, "test")) {
            assertThat(other.head()).isEqualTo(1);
            try (Connection connection = DriverManager.getConnection(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'trusting' AND datname = current_database()");
            }
            assertThat(other.head()).isEqualTo(1);
            assertThat(other.read(0, 10)).hasSize(1);
        } finally {
            System.clearProperty(UNCHECKED_FOR);
        }
    }
}
