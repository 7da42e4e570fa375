package io.axiom.router.admin;

import io.axiom.language.json.Json;
import io.axiom.language.routing.RouterReport;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reports as server-sent events, ten a second, and sooner after an error: whoever decides on a rollback should not wait for the
 * tick. The counters are cumulative, so a reader too slow for one report loses nothing with it.
 */
final class ReportStream {
    static final int MOST_READERS = 32;
    private static final long LOOK_MILLIS = 20;
    private static final int LOOKS_PER_REPORT = 5;

    private final LongSupplier errors;
    private final Supplier<RouterReport> report;
    private final Set<HttpServerResponse> readers = new LinkedHashSet<>();
    private long toldErrors;
    private int looks;

    /** @param errors how many errors there were in all */
    ReportStream(Vertx vertx, LongSupplier errors, Supplier<RouterReport> report) {
        this.errors = errors;
        this.report = report;
        vertx.setPeriodic(LOOK_MILLIS, _ -> look());
    }

    /** Returns false when there are too many readers already. */
    boolean add(HttpServerResponse reader) {
        if (readers.size() >= MOST_READERS) {
            return false;
        }
        reader.closeHandler(_ -> readers.remove(reader));
        reader.exceptionHandler(_ -> readers.remove(reader));
        reader.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .write(event());
        readers.add(reader);
        return true;
    }

    private void look() {
        if (readers.isEmpty()) {
            return;
        }
        long now = errors.getAsLong();
        if (now != toldErrors || ++looks >= LOOKS_PER_REPORT) {
            toldErrors = now;
            looks = 0;
            tell();
        }
    }

    private void tell() {
        Buffer event = event();
        for (HttpServerResponse reader : List.copyOf(readers)) {
            if (!reader.writeQueueFull()) {
                reader.write(event);
            }
        }
    }

    private Buffer event() {
        return Buffer.buffer("data: ")
                .appendBytes(Json.mapper().writeValueAsBytes(report.get()))
                .appendString("\n\n");
    }
}
