package io.axiom.router.proxy;

import io.axiom.router.routing.Lease;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** Passes a release's answer back as it comes, no faster than the client takes it. */
final class Answer {
    /** Names the release that answered. */
    static final String RELEASE = "X-Axiom-Release";

    private static final Set<String> OURS = Set.of("content-length", "x-axiom-release");

    private final HttpServerResponse to;
    private final HttpClientResponse from;
    private final boolean bodiless;
    private long missing = -1;
    private long fullSinceNanos;
    private boolean full;

    /**
     * @param closing whether the client shall not use the connection again
     */
    Answer(HttpServerRequest request, HttpClientResponse from, Lease lease, boolean closing) {
        this.to = request.response();
        to.setWriteQueueMaxSize(Loop.QUEUE);
        this.from = from;
        int status = from.statusCode();
        this.bodiless = request.method().equals(HttpMethod.HEAD) || status == 204 || status == 304;
        to.setStatusCode(status);
        HopByHop.copy(from.headers(), to.headers(), OURS);
        to.putHeader(RELEASE, lease.releaseId());
        if (closing) {
            to.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        frame(request.version());
    }

    private void frame(HttpVersion version) {
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
            missing = bodiless ? -1 : Long.parseLong(length.strip());
        } else if (!bodiless) {
            to.setChunked(true);
            if (version == HttpVersion.HTTP_1_1) {
                to.writeHead(); // a stream may have nothing to say for long; its client wants to know that it is open
            }
        }
    }

    /**
     * @param ended everything was passed
     * @param broke the rest will not come
     */
    void pass(Runnable ended, Runnable broke) {
        from.exceptionHandler(_ -> broke.run());
        from.endHandler(_ -> {
            if (!to.ended()) {
                to.end();
            }
            ended.run();
        });
        from.handler(this::part);
    }

    private void part(Buffer part) {
        if (to.ended() || to.closed()) {
            return;
        }
        missing -= missing < 0 ? 0 : part.length();
        if (missing == 0) {
            to.end(part); // head, body and end in one write
            return;
        }
        to.write(part);
        if (to.writeQueueFull()) {
            full = true;
            fullSinceNanos = System.nanoTime();
            from.pause();
            to.drainHandler(_ -> {
                full = false;
                from.resume();
            });
        }
    }

    /** Whether the client has taken nothing of what waits for it for that long. */
    boolean isStalled(long nowNanos, long patienceNanos) {
        return full && nowNanos - fullSinceNanos > patienceNanos;
    }
}
