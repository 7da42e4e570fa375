package io.axiom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The router, a process of its own that outlives the control plane. One that is already running for this home is used as
 * it is; one that died is started again.
 */
public final class RouterProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RouterProcess.class);
    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Home home;
    private final Ports ports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

    public RouterProcess(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Makes sure it runs and answers. */
    public void ensureRunning() {
        if (running().isPresent() && healthy()) {
            return;
        }
        try {
            stop();
            Process process = JavaProcess.startDetached(
                    home.logs().resolve("router.log"),
                    OPTIONS,
                    "io.axiom.router.RouterApplication",
                    List.of(
                            "--port", Integer.toString(ports.router()),
                            "--admin-port", Integer.toString(ports.routerAdmin()),
                            "--home", home.folder().toString()));
            Files.writeString(home.routerPid(), process.pid() + "\n");
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!healthy()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("The router did not start on ports " + ports.router() + " and "
                            + ports.routerAdmin() + "; see " + home.logs().resolve("router.log"));
                }
                process.onExit()
                        .completeOnTimeout(process, 50, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join();
            }
            LOG.info("Router started as process {} on port {}", process.pid(), ports.router());
        } catch (IOException e) {
            throw new UncheckedIOException("The router could not be started", e);
        }
    }

    /** Stops it gracefully; in-flight requests are finished. */
    public void stop() {
        running().ifPresent(process -> {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, 10, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            if (process.isAlive()) {
                process.destroyForcibly();
            }
        });
    }

    /** Its process, when it runs. */
    public Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(home.routerPid())) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(home.routerPid()).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isOurRouter(commandLine(process)));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The router's pid file {} cannot be read: {}", home.routerPid(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isOurRouter(String commandLine) {
        return commandLine.contains("RouterApplication")
                && commandLine.contains(home.folder().toString());
    }

    /** From /proc where there is one: ProcessHandle cuts long command lines, and a classpath makes them long. */
    private static String commandLine(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(proc)
                    ? Files.readString(proc, StandardCharsets.ISO_8859_1)
                    : process.info().commandLine().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private boolean healthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + ports.routerAdmin() + "/health"))
                    .timeout(Duration.ofSeconds(1))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
