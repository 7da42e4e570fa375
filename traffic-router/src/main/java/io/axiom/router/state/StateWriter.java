package io.axiom.router.state;

import io.axiom.language.routing.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the routes after each change, away from the threads that serve. Changes that come while a write is under way share
 * the next one. When the disk refuses, the router keeps serving and the writer keeps trying.
 */
public final class StateWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StateWriter.class);
    private static final long RETRY_MILLIS = 1_000;

    private final StateFile file;
    private final Supplier<List<Route>> routes;
    private final Thread thread;
    private List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
    private boolean unsaved;
    private boolean closed;

    public StateWriter(StateFile file, Supplier<List<Route>> routes) {
        this.file = file;
        this.routes = routes;
        this.thread = Thread.ofPlatform().name("router-state").daemon().start(this::run);
    }

    /** Completes when everything set before is on disk, or with false when the disk did not take it now. */
    public synchronized CompletableFuture<Boolean> save() {
        CompletableFuture<Boolean> saved = new CompletableFuture<>();
        if (closed) {
            saved.complete(false);
            return saved;
        }
        waiting.add(saved);
        notifyAll();
        return saved;
    }

    /** Whether every change is on disk. */
    public synchronized boolean isSaved() {
        return !unsaved && waiting.isEmpty();
    }

    private void run() {
        try {
            List<CompletableFuture<Boolean>> batch;
            while ((batch = take()) != null) {
                boolean saved = write();
                synchronized (this) {
                    unsaved = !saved;
                }
                batch.forEach(it -> it.complete(saved));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @org.jspecify.annotations.Nullable
    private synchronized List<CompletableFuture<Boolean>> take() throws InterruptedException {
        long retryAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
        while (waiting.isEmpty() && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(retryAt - System.nanoTime());
            if (unsaved && left <= 0) {
                break;
            }
            wait(unsaved ? left : 0);
        }
        if (waiting.isEmpty() && closed) {
            return null;
        }
        List<CompletableFuture<Boolean>> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private boolean write() {
        try {
            file.save(routes.get());
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("the routes are in force but could not be saved: {}; trying again", e.toString());
            return false;
        }
    }

    /** Writes what is still waiting, then ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
