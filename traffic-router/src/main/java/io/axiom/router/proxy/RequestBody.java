package io.axiom.router.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/** Passes a request's body on as it comes, no faster than the release takes it. */
final class RequestBody {
    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private long activeNanos = System.nanoTime();
    private boolean full;
    private long fullSinceNanos;
    private boolean sent;

    RequestBody(HttpServerRequest from, HttpClientRequest to) {
        this.from = from;
        this.to = to;
    }

    void send() {
        to.setWriteQueueMaxSize(Loop.QUEUE);
        from.handler(this::pass);
        from.endHandler(_ -> {
            sent = true;
            activeNanos = System.nanoTime();
            to.end();
        });
        to.sendHead();
        from.resume();
    }

    private void pass(Buffer part) {
        activeNanos = System.nanoTime();
        to.write(part);
        if (to.writeQueueFull()) {
            full = true;
            fullSinceNanos = System.nanoTime();
            from.pause();
            to.drainHandler(_ -> {
                full = false;
                activeNanos = System.nanoTime();
                from.resume();
            });
        }
    }

    /** Whether the release has taken nothing for that long. */
    boolean isStalled(long nowNanos, long patienceNanos) {
        return full && nowNanos - fullSinceNanos > patienceNanos;
    }

    boolean isSent() {
        return sent;
    }

    boolean waitsForClient() {
        return !sent && !full;
    }

    long activeNanos() {
        return activeNanos;
    }
}
