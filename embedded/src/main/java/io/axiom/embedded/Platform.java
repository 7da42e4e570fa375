package io.axiom.embedded;

import io.axiom.deployment.DeploymentServiceApplication;
import io.axiom.gateway.GatewayApplication;
import io.axiom.infrastructure.EmbeddedKafkaServer;
import io.axiom.infrastructure.EmbeddedPostgresServer;
import io.axiom.migration.MigrationServiceApplication;
import io.axiom.version.VersionServiceApplication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Every part, started in the order they need each other and stopped in the reverse. */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final Home home;
    private final Ports ports;
    private final RouterProcess router;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Platform(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
        this.router = new RouterProcess(home, ports);
    }

    /** Starts everything; when a part does not start, those that did are stopped again and the reason is thrown. */
    public static Platform start(Home home, Ports ports) {
        Logging.takeOver();
        Platform platform = new Platform(home, ports);
        try {
            platform.startParts();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startParts() {
        try (ExecutorService starters = Executors.newFixedThreadPool(4)) {
            CompletableFuture<Void> routerStarted = CompletableFuture.runAsync(router::ensureRunning, starters);
            CompletableFuture<Void> postgres = CompletableFuture.runAsync(
                    () -> started(
                            "postgres",
                            EmbeddedPostgresServer.startWithPassword(
                                    home.postgres(), ports.postgres(), home.passwords())),
                    starters);
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(
                    () -> started("kafka", EmbeddedKafkaServer.start(home.kafka(), ports.kafka())), starters);
            join(List.of(postgres, kafka, routerStarted));
            join(List.of(
                    CompletableFuture.runAsync(
                            () -> service(
                                    "gateway",
                                    new SpringApplicationBuilder(GatewayApplication.class),
                                    ServiceProperties.gateway(home, ports)),
                            starters),
                    CompletableFuture.runAsync(
                            () -> service(
                                    "version",
                                    VersionServiceApplication.application(),
                                    ServiceProperties.version(home, ports)),
                            starters),
                    CompletableFuture.runAsync(
                            () -> service(
                                    "migration",
                                    MigrationServiceApplication.application(),
                                    ServiceProperties.migration(home, ports)),
                            starters),
                    CompletableFuture.runAsync(
                            () -> service(
                                    "deployment",
                                    DeploymentServiceApplication.application(),
                                    ServiceProperties.deployment(home, ports)),
                            starters)));
        }
    }

    private void service(String name, SpringApplicationBuilder application, Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + '=' + entry.getValue())
                .toArray(String[]::new);
        started(
                name,
                application
                        .properties(ServiceProperties.signing(home))
                        .registerShutdownHook(false)
                        .run(arguments));
    }

    private void started(String part, AutoCloseable closeable) {
        synchronized (running) {
            running.push(closeable);
        }
        LOG.info("{} is up", part);
    }

    private static void join(List<CompletableFuture<Void>> parts) {
        try {
            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public RouterProcess router() {
        return router;
    }

    /** Stops everything but the router and the deployed instances: traffic flows on. */
    @Override
    public void close() {
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    LOG.error("A part did not stop cleanly", e);
                }
            }
        }
    }
}
