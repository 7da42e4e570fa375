package io.axiom.gateway.audit;

import io.axiom.language.Cut;
import io.axiom.language.EventReference;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The stored audit log. Positions are 1, 2, 3 … without gaps; each event is in it once, because its place in its own log is
 * stored in the same transaction; each entry's hash covers the one before.
 */
@Component
public class AuditLog {
    private static final String INSERT = """
            INSERT INTO audit_entry (position, context, source_position, event_id, type, aggregate_type, aggregate_id,
                sequence, time, actor, command_id, correlation_id, cause, payload, cut, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPSERT_SOURCE = """
            INSERT INTO audit_source (context, position, next_offset) VALUES (?, ?, ?)
            ON CONFLICT (context) DO UPDATE SET position = excluded.position, next_offset = excluded.next_offset
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long head;

    AuditLog(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        AuditSchema.create(client, transactions);
        this.head = readHead().position();
    }

    /** The end of the log. */
    record Head(long position, byte[] hash) {}

    /** How far one context is: its last event taken, and where in Kafka the next one is. */
    record Source(long position, long nextOffset) {}

    /** Someone else appended since the head was read; read it again. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Head readHead() {
        return client.sql("SELECT position, hash FROM audit_head")
                .query((rows, _) -> new Head(rows.getLong(1), rows.getBytes(2)))
                .single();
    }

    Map<String, Source> readSources() {
        Map<String, Source> sources = new HashMap<>();
        client.sql("SELECT context, position, next_offset FROM audit_source")
                .query((rows, _) -> sources.put(rows.getString(1), new Source(rows.getLong(2), rows.getLong(3))))
                .list();
        return sources;
    }

    /** Appends in one transaction what {@link CausalOrder} took; {@code expected} is where the caller believes the end is. */
    Head append(Head expected, List<Arrival> arrivals) {
        Head appended = transactions.execute(_ -> {
            Head locked = client.sql("SELECT position, hash FROM audit_head FOR UPDATE")
                    .query((rows, _) -> new Head(rows.getLong(1), rows.getBytes(2)))
                    .single();
            if (locked.position() != expected.position()) {
                throw new MovedException();
            }
            return write(locked, arrivals);
        });
        announce(appended.position());
        return appended;
    }

    private Head write(Head from, List<Arrival> arrivals) {
        Map<String, Long> cut = new TreeMap<>();
        readSources().forEach((context, source) -> cut.put(context, source.position()));
        Map<String, Object[]> sources = new HashMap<>();
        List<Object[]> rows = new ArrayList<>(arrivals.size());
        long position = from.position();
        byte[] hash = from.hash();
        for (Arrival arrival : arrivals) {
            EventReference source = arrival.source();
            position++;
            cut.put(source.context(), source.position());
            String cutText = new Cut(cut).toString();
            hash = EntryHash.of(hash, position, arrival, cutText);
            rows.add(row(position, arrival, cutText, hash));
            sources.put(source.context(), new Object[] {source.context(), source.position(), arrival.offset() + 1});
        }
        jdbc.batchUpdate(INSERT, rows);
        jdbc.batchUpdate(UPSERT_SOURCE, new ArrayList<>(sources.values()));
        client.sql("UPDATE audit_head SET position = ?, hash = ?")
                .params(position, hash)
                .update();
        return new Head(position, hash);
    }

    private static Object[] row(long position, Arrival arrival, String cut, byte[] hash) {
        EventReference cause = arrival.cause();
        return new Object[] {
            position,
            arrival.source().context(),
            arrival.source().position(),
            arrival.eventId(),
            arrival.type(),
            arrival.aggregateType(),
            arrival.aggregateId(),
            arrival.sequence(),
            Timestamp.from(arrival.time()),
            arrival.actor(),
            arrival.commandId(),
            arrival.correlationId(),
            cause == null ? null : cause.toString(),
            arrival.payload(),
            cut,
            hash
        };
    }

    private void announce(long position) {
        lock.lock();
        try {
            head = Math.max(head, position);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the log is longer than {@code position}, or a second has passed (another gateway may have appended). */
    void awaitMoreThan(long position) throws InterruptedException {
        lock.lock();
        try {
            if (head <= position) {
                grown.await(1, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
