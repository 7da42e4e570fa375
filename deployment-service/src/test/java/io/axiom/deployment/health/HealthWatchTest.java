package io.axiom.deployment.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
    private final List<String> verdicts = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean starting = new AtomicBoolean(true);
    private final AtomicBoolean alive = new AtomicBoolean(true);
    private HttpServer server;
    private HealthWatch watch;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
        server.stop(0);
    }

    @Test
    void waitsUntilEveryInstanceWantedPasses() throws Exception {
        watch(2, check("{'type':'http','interval':50}"));
        watch.instances(Map.of("a.1", endpoint("a.1")));
        assertThat(watch.awaitHealthy(Duration.ofMillis(300))).isFalse();
        watch.instances(Map.of("a.1", endpoint("a.1"), "a.2", endpoint("a.2")));
        assertThat(watch.awaitHealthy(Duration.ofSeconds(10))).isTrue();
        await().untilAsserted(() -> assertThat(verdicts).containsExactly("http passed"));
    }

    @Test
    void tellsOnlyChangesAndOnlyAfterTheThreshold() {
        watch(1, check("{'type':'http','interval':30,'failureThreshold':3}"));
        watch.instances(Map.of("a.1", endpoint("a.1")));
        await().untilAsserted(() -> assertThat(verdicts).containsExactly("http passed"));
        int before = asked.get();
        status.set(500);
        await().untilAsserted(
                        () -> assertThat(verdicts).containsExactly("http passed", "http failed health.http-status"));
        assertThat(asked.get()).isGreaterThanOrEqualTo(before + 3);
        int failed = asked.get();
        await().until(() -> asked.get() > failed + 5);
        status.set(204);
        await().untilAsserted(() ->
                assertThat(verdicts).containsExactly("http passed", "http failed health.http-status", "http passed"));
    }

    @Test
    void whatIsYetToBecomeHealthyIsNotFailingWhileItStarts() throws Exception {
        status.set(503);
        watch(1, check("{'type':'http','interval':20}"));
        watch.instances(Map.of("a.1", endpoint("a.1")));
        await().until(() -> asked.get() > 10);
        assertThat(verdicts).isEmpty();
        assertThat(watch.failing()).get().extracting(f -> f.cause().code()).isEqualTo("health.http-status");
        starting.set(false);
        await().untilAsserted(() -> assertThat(verdicts).containsExactly("http failed health.http-status"));
    }

    @Test
    void checksTcpProcessAndCommandToo() throws Exception {
        watch(
                1,
                check("{'type':'tcp'}"),
                check("{'type':'process','interval':20,'failureThreshold':1}"),
                check("{'type':'command','command':['sh','-c','test $PORT = ${PORT} && test $INSTANCE_ID = a.1']}"));
        watch.instances(Map.of("a.1", endpoint("a.1")));
        assertThat(watch.awaitHealthy(Duration.ofSeconds(10))).isTrue();
        alive.set(false);
        await().untilAsserted(() -> assertThat(verdicts).contains("process failed health.process-gone"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(cause("{'type':'command','command':['sh','-c','exit 3']}")).isEqualTo("health.command-status");
        assertThat(cause("{'type':'command','command':['no-such-program']}")).isEqualTo("health.command-not-found");
        assertThat(cause("{'type':'command','command':['sleep','100'],'timeout':100}"))
                .isEqualTo("health.timeout");
        assertThat(cause("{'type':'tcp','port':1}")).isEqualTo("health.tcp-refused");
        assertThat(cause("{'type':'http','endpoint':'http://127.0.0.1:1/'}")).isEqualTo("health.unreachable");
        assertThat(cause("{'type':'http','expectedStatus':418}")).isEqualTo("health.http-status");
    }

    @Test
    void retriesCountAsOneAttempt() throws Exception {
        status.set(500);
        CheckSettings check = check("{'type':'http','retries':2}");
        watch(1, check);
        watch.instances(Map.of("a.1", endpoint("a.1")));
        await().until(() -> asked.get() >= 2);
        status.set(200);
        assertThat(watch.awaitHealthy(Duration.ofSeconds(10))).isTrue();
        assertThat(verdicts).doesNotContain("http failed health.http-status");
    }

    private String cause(String check) {
        try {
            Probe.Result result =
                    Probe.of(check(check)).attempt(endpoint("a.1"), check(check).timeout());
            return result.cause() == null ? "none" : result.cause().code();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watch(int wanted, CheckSettings... checks) {
        watch = new HealthWatch(
                Arrays.asList(checks),
                () -> wanted,
                starting::get,
                new HealthWatch.Listener() {
                    @Override
                    public void passed(String check, String detail) {
                        verdicts.add(check + " passed");
                    }

                    @Override
                    public void failed(String check, Cause cause, Instant since) {
                        verdicts.add(check + " failed " + cause.code());
                    }
                },
                Clock.systemUTC());
    }

    private Endpoint endpoint(String instanceId) {
        return new Endpoint(instanceId, "127.0.0.1", server.getAddress().getPort(), alive::get);
    }

    private static CheckSettings check(String json) {
        return CheckSettings.of(
                Json.mapper().readValue(json.replace('\'', '"'), HealthCheck.class), Duration.ofSeconds(2));
    }
}
