package io.axiom.gateway.audit;

import io.axiom.gateway.route.Call;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Audit entries as server-sent events; a reader that comes back with its {@code Last-Event-ID} misses nothing. */
@Component
final class AuditStream implements SmartLifecycle {
    private static final int BATCH = 200;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final AuditReader reader;
    private final AuditLog log;
    private volatile boolean open;

    AuditStream(AuditReader reader, AuditLog log) {
        this.reader = reader;
        this.log = log;
    }

    ServerResponse open(Call call, AuditFilter filter) {
        String last = call.header("Last-Event-ID")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .orElse(null);
        long after = last != null ? Long.parseLong(last) : call.number("after", reader.head(), 0, Long.MAX_VALUE);
        return ServerResponse.sse(
                events -> Thread.ofVirtual().name("audit-stream").start(() -> send(events, after, filter)),
                Duration.ZERO);
    }

    private void send(ServerResponse.SseBuilder events, long start, AuditFilter filter) {
        long after = start;
        long saidAt = System.nanoTime();
        try {
            events.comment("audit log after " + start).send();
            while (open) {
                // Read the head first: what is between it and the last match needs no second look.
                long head = reader.head();
                List<AuditReader.Row> rows = reader.after(after, filter, BATCH);
                for (AuditReader.Row row : rows) {
                    events.id(Long.toString(row.position()))
                            .event("entry")
                            .data(Json.mapper().writeValueAsString(row.entry()));
                    saidAt = System.nanoTime();
                }
                after = rows.size() == BATCH
                        ? rows.getLast().position()
                        : Math.max(head, rows.isEmpty() ? after : rows.getLast().position());
                if (System.nanoTime() - saidAt > SIGN_OF_LIFE.toNanos()) {
                    events.comment("").send();
                    saidAt = System.nanoTime();
                }
                if (rows.size() < BATCH) {
                    log.awaitMoreThan(after);
                }
            }
            events.complete();
        } catch (InterruptedException e) {
            events.complete();
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // The reader went away, or the database did; the reader comes back with its Last-Event-ID.
            events.complete();
        }
    }

    @Override
    public void start() {
        open = true;
    }

    /** Streams end before the web server stops, which would wait for them. */
    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
