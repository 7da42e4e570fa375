package io.axiom.deployment.traffic;

import io.axiom.language.routing.RouterReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lasting connection to one router. Reads its reports as they come, notices when it is gone or another one, and tells whoever
 * listens; reconnects by itself.
 */
public final class RouterLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouterLink.class);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final RouterClient client;
    private final TrafficHistory history = new TrafficHistory();
    private final List<Consumer<RouterReport>> listeners = new CopyOnWriteArrayList<>();
    private final Runnable connected;
    private final Thread reader;
    private final Thread watchdog;
    private volatile @Nullable InputStream stream;
    private volatile long heardAtNanos = System.nanoTime();
    private volatile boolean closed;
    private @Nullable RouterReport latest;
    private long reports;

    /** @param connected called each time a router answers after it did not, or is another one than before */
    public RouterLink(RouterClient client, Runnable connected) {
        this.client = client;
        this.connected = connected;
        this.reader = Thread.ofVirtual().name("router-reports").unstarted(this::run);
        this.watchdog = Thread.ofVirtual().name("router-watchdog").unstarted(this::watch);
    }

    public RouterLink start() {
        reader.start();
        watchdog.start();
        return this;
    }

    public RouterClient client() {
        return client;
    }

    TrafficHistory history() {
        return history;
    }

    /** Milliseconds on a clock that only runs forward; the history's clock. */
    static long nowMillis() {
        return System.nanoTime() / 1_000_000;
    }

    /** Hears every report, on the reading thread: must return at once. */
    Runnable listen(Consumer<RouterReport> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        long pause = 20;
        while (!closed) {
            try {
                readStream();
                pause = 20;
            } catch (IOException e) {
                LOG.debug("No reports from the router: {}", e.toString());
                pause = Math.min(500, pause * 2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("A router report could not be handled", e);
                pause = 500;
            }
            forgetConnection();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readStream() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.stream();
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                poll();
                return;
            }
            heardAtNanos = System.nanoTime();
            stream = body;
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    data.append(line, 5, line.length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    accept(RouterClient.parse(data.toString()));
                    data.setLength(0);
                }
            }
        } finally {
            stream = null;
        }
    }

    private void poll() throws IOException, InterruptedException {
        while (!closed) {
            accept(client.report());
            Thread.sleep(POLL);
        }
    }

    private void accept(RouterReport report) {
        boolean other;
        heardAtNanos = System.nanoTime();
        synchronized (this) {
            RouterReport before = latest;
            other = before == null || !before.routerId().equals(report.routerId());
            latest = report;
            reports++;
            notifyAll();
        }
        history.add(report, nowMillis());
        if (other) {
            connected.run();
        }
        listeners.forEach(listener -> listener.accept(report));
    }

    private synchronized void forgetConnection() {
        latest = null;
    }

    /** A router that was stopped, not killed, leaves the connection open and says nothing. */
    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(500);
                InputStream open = stream;
                if (open != null && System.nanoTime() - heardAtNanos > SILENCE.toNanos()) {
                    open.close();
                }
            }
        } catch (IOException e) {
            LOG.debug("Closing the router's stream", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the router owes none of these instances' callers an answer; false when the time is up. Only reports made
     * after this was called count, and two in a row: a request may have had its instance but not be counted yet.
     */
    public boolean awaitDrained(Set<String> instanceIds, Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        int idle = 0;
        synchronized (this) {
            long seen = reports;
            while (idle < 2) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
                RouterReport report = latest;
                if (reports != seen && report != null) {
                    seen = reports;
                    idle = inFlight(report, instanceIds) == 0 ? idle + 1 : 0;
                }
            }
        }
        return true;
    }

    private static long inFlight(RouterReport report, Set<String> instanceIds) {
        return report.instances().stream()
                .filter(traffic -> instanceIds.contains(traffic.instanceId()))
                .mapToLong(RouterReport.InstanceTraffic::inFlight)
                .sum();
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        watchdog.interrupt();
        InputStream open = stream;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("Closing the router's stream", e);
            }
        }
    }
}
