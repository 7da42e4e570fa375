package io.axiom.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code ./axiom up} starts: {@code EmbeddedApplication --home <folder>}. Runs until it is told to stop. */
public final class EmbeddedApplication {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedApplication.class);

    private EmbeddedApplication() {}

    public static void main(String[] arguments) throws Exception {
        Home home = Home.at(homeFrom(List.of(arguments)));
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("Axiom is already running on " + home.folder());
            }
            run(home);
        }
    }

    private static void run(Home home) throws IOException, InterruptedException {
        Files.writeString(home.pid(), ProcessHandle.current().pid() + "\n");
        Ports ports = Ports.standard(System.getenv());
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "axiom-stop"));
        try (Platform platform = Platform.start(home, ports)) {
            LOG.info("Axiom is up: http://127.0.0.1:{}", ports.gateway());
            stop.await();
        } finally {
            Files.deleteIfExists(home.pid());
            stopped.countDown();
        }
    }

    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path homeFrom(List<String> arguments) {
        int index = arguments.indexOf("--home");
        if (index >= 0 && index + 1 < arguments.size()) {
            return Path.of(arguments.get(index + 1));
        }
        return Path.of(System.getProperty("user.home"), ".axiom");
    }
}
