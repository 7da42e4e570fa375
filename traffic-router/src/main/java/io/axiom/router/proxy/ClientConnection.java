package io.axiom.router.proxy;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/** A client's connection; closed when it neither has a request under way nor manages to begin one in time. */
final class ClientConnection implements Watchdog.Watched {
    private final HttpConnection connection;
    private final long firstHeadNanos;
    private final long idleNanos;
    private final Runnable onClosed;
    private long quietSinceNanos = System.nanoTime();
    private int open;
    private boolean used;
    private boolean closing;

    ClientConnection(HttpConnection connection, Duration head, Runnable onClosed) {
        this.connection = connection;
        this.firstHeadNanos = head.toNanos();
        this.idleNanos = 8 * head.toNanos();
        this.onClosed = onClosed;
    }

    void began() {
        open++;
        used = true;
    }

    /** What comes after the answer being sent is not looked at: it may be the tail of something malformed. */
    void takeNoMore() {
        closing = true;
    }

    boolean takesMore() {
        return !closing;
    }

    void ended() {
        open--;
        quietSinceNanos = System.nanoTime();
    }

    /** Whichever notices first says so: a connection that became a tunnel does not tell of its end itself. */
    void closed() {
        onClosed.run();
    }

    @Override
    public void check(long nowNanos) {
        if (open == 0 && nowNanos - quietSinceNanos > (used ? idleNanos : firstHeadNanos)) {
            connection.close();
        }
    }
}
