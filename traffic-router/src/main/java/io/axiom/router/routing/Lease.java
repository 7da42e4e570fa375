package io.axiom.router.routing;

/**
 * One request in one endpoint's hands, from before the connection until the last byte. It is counted exactly once, and its
 * endpoint is not drained before {@link #close()}. Belongs to one thread at a time.
 */
public final class Lease implements AutoCloseable {
    private final LiveRelease release;
    private final LiveEndpoint endpoint;
    private final long startedNanos = System.nanoTime();
    private boolean counted;
    private boolean good;
    private boolean closed;

    Lease(LiveRelease release, LiveEndpoint endpoint) {
        this.release = release;
        this.endpoint = endpoint;
    }

    public LiveEndpoint endpoint() {
        return endpoint;
    }

    public String releaseId() {
        return release.releaseId();
    }

    /** The endpoint took the connection. */
    public void connected() {
        endpoint.connected();
    }

    /** No connection: nothing was sent, so someone else may be asked. */
    public void refused() {
        endpoint.refused(System.nanoTime());
        unanswered();
    }

    /** The answer's head is here. */
    public void answered(int status) {
        count(status >= 500);
    }

    /** The release will not answer any more. After {@link #answered} it is the rest of the answer that will not come. */
    public void unanswered() {
        if (counted && good) {
            good = false;
            release.counters().brokeOff();
            endpoint.counters().brokeOff();
        }
        count(true);
    }

    /** The client went away before the answer; not the release's error. */
    public void abandoned() {
        count(false);
    }

    private void count(boolean error) {
        if (!counted) {
            counted = true;
            good = !error;
            release.counters().count(error, System.nanoTime() - startedNanos);
            endpoint.counters().count(error);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            endpoint.counters().leave();
        }
    }
}
