package io.axiom.embedded.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Users: requests at a constant rate, sent when they are due whether or not earlier ones were answered (open loop), each
 * answer kept.
 */
public final class ConstantLoad implements AutoCloseable {

    /**
     * @param releaseId of the release that answered, empty when none did
     * @param status HTTP status, 0 when there was no answer
     */
    public record Answer(Instant at, int status, String releaseId) {
        public boolean failed() {
            return status == 0 || status >= 500;
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final HttpRequest request;
    private final long intervalNanos;
    private final Thread clock;
    private volatile boolean going = true;

    private ConstantLoad(URI target, int requestsPerSecond) {
        this.request =
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(5)).build();
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
        this.clock = Thread.ofPlatform().name("load").daemon().unstarted(this::tick);
    }

    public static ConstantLoad start(URI target, int requestsPerSecond) {
        ConstantLoad load = new ConstantLoad(target, requestsPerSecond);
        load.clock.start();
        return load;
    }

    private void tick() {
        long due = System.nanoTime();
        while (going) {
            due += intervalNanos;
            LockSupport.parkNanos(due - System.nanoTime());
            users.submit(this::ask);
        }
    }

    private void ask() {
        try {
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            String release = response.headers().firstValue("X-Axiom-Release").orElse("");
            answers.add(new Answer(Instant.now(), response.statusCode(), release));
        } catch (IOException e) {
            answers.add(new Answer(Instant.now(), 0, ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every answer so far, in the order they came. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Stops asking and waits for the answers still due. */
    @Override
    public void close() {
        going = false;
        try {
            clock.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        users.close();
        http.close();
    }
}
