package io.axiom.router;

import io.axiom.language.RejectedException;
import io.axiom.language.json.Json;
import io.axiom.language.routing.Route;
import io.axiom.router.admin.AdminServer;
import io.axiom.router.proxy.PublicServer;
import io.axiom.router.routing.RouteRules;
import io.axiom.router.routing.RoutingTable;
import io.axiom.router.state.StateFile;
import io.axiom.router.state.StateWriter;
import io.axiom.router.traffic.TrafficLedger;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** A running router: both ports, the routes, and their file. */
public final class Router implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Router.class);

    /** Which ports were taken; kept in {@code ports.json} so that a restart with port 0 takes them again. */
    record Ports(int port, int adminPort, long pid) {}

    private final RouterOptions options;
    private final Path directory;
    private final FileChannel lock;
    private final TrafficLedger ledger = new TrafficLedger();
    private final RoutingTable table = new RoutingTable(ledger);
    private final StateWriter writer;
    private final Vertx vertx;
    private final PublicServer publicServer;
    private int port;
    private int adminPort;

    private Router(RouterOptions options, Path directory, FileChannel lock, StateWriter writer, Vertx vertx) {
        this.options = options;
        this.directory = directory;
        this.lock = lock;
        this.writer = writer;
        this.vertx = vertx;
        this.publicServer = new PublicServer(vertx, options, table);
    }

    /** Returns once both ports listen and the last known routes are in force. Throws {@link StartFailed}. */
    public static Router start(RouterOptions options) {
        requireSafeAdmin(options);
        Path directory = options.home().resolve("router");
        FileChannel lock = lock(directory);
        StateFile file = new StateFile(directory);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(options.loops() + 1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Router[] self = new Router[1];
        StateWriter writer = new StateWriter(file, () -> self[0].table.routes());
        Router router = new Router(options, directory, lock, writer, vertx);
        self[0] = router;
        try {
            router.open(file);
            return router;
        } catch (RuntimeException e) {
            router.close();
            throw e;
        }
    }

    private void open(StateFile file) {
        StateFile.Loaded loaded = file.load();
        for (Route route : loaded.routes()) {
            try {
                table.put(RouteRules.require(route));
            } catch (RejectedException e) {
                log.warn("a saved route was left out: {}", e.getMessage());
            }
        }
        Ports last = lastPorts();
        port = listen("public", options.port(), last == null ? 0 : last.port(), publicServer::start);
        adminPort = listen("admin", options.adminPort(), last == null ? 0 : last.adminPort(), wanted -> {
            AdminServer admin = new AdminServer(options, table, ledger, writer, loaded.origin(), wanted);
            return vertx.deployVerticle(admin, new DeploymentOptions()).map(_ -> admin.actualPort());
        });
        remember(new Ports(port, adminPort, ProcessHandle.current().pid()));
    }

    private interface Listening {
        Future<Integer> on(int port);
    }

    /** With port 0 the last port is tried first, so that those who knew it find us again. */
    private static int listen(String what, int wanted, int last, Listening listening) {
        if (wanted == 0 && last > 0) {
            try {
                return await(listening.on(last));
            } catch (StartFailed _) {
                // someone else has it by now
            }
        }
        try {
            return await(listening.on(wanted));
        } catch (StartFailed e) {
            throw new StartFailed("The " + what + " port " + wanted + " cannot be opened: " + e.getMessage()
                    + ". Choose another with --" + (what.equals("admin") ? "admin-port" : "port") + ".");
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new StartFailed(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (TimeoutException _) {
            throw new StartFailed("no answer in 30 s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted");
        }
    }

    private static void requireSafeAdmin(RouterOptions options) {
        try {
            if (options.adminToken() == null
                    && !InetAddress.getByName(options.adminBind()).isLoopbackAddress()) {
                throw new StartFailed("The admin port would be open to other machines without a token. Set"
                        + " AXIOM_ROUTER_TOKEN, or leave --admin-bind at 127.0.0.1.");
            }
        } catch (UnknownHostException _) {
            throw new StartFailed("--admin-bind " + options.adminBind() + " is not an address of this machine.");
        }
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
            } catch (OverlappingFileLockException _) {
                // in this very process
            }
            if (!locked) {
                channel.close();
                throw new StartFailed("Another router already runs with " + directory
                        + ". Stop it first, or give this one its own --home.");
            }
            return channel;
        } catch (IOException e) {
            throw new StartFailed("The folder " + directory + " cannot be written: " + e.getMessage()
                    + ". Choose another with --home.");
        }
    }

    private @Nullable Ports lastPorts() {
        try {
            return Json.lenient().readValue(Files.readAllBytes(directory.resolve("ports.json")), Ports.class);
        } catch (IOException | JacksonException _) {
            return null;
        }
    }

    private void remember(Ports ports) {
        try {
            Path next = directory.resolve("ports.json.tmp");
            Files.write(next, Json.mapper().writeValueAsBytes(ports));
            Files.move(
                    next,
                    directory.resolve("ports.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("ports.json could not be written: {}", e.getMessage());
        }
    }

    /** The public port. */
    public int port() {
        return port;
    }

    /** The admin port. */
    public int adminPort() {
        return adminPort;
    }

    /** Puts a route into force as the admin side does, without waiting for the disk. Throws what that would refuse. */
    void put(Route route) {
        table.put(RouteRules.require(route));
        var _ = writer.save();
    }

    /** How many routes are in force. */
    public int routes() {
        return table.routes().size();
    }

    /** Finishes what is under way, at most for the drain timeout, then closes. */
    public void shutdown() {
        try {
            publicServer
                    .drain()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(options.drainTimeout().toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            log.warn("not every request ended in time: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Closes at once. */
    @Override
    public void close() {
        writer.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            log.warn("not everything closed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("the lock could not be released: {}", e.getMessage());
        }
    }
}
