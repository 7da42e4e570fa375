package io.axiom.router.proxy;

import io.axiom.router.RouterOptions;
import io.axiom.router.problem.Problems;
import io.axiom.router.routing.RoutingTable;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The public port, served by several event loops that share nothing but the routes. */
public final class PublicServer {
    /** Shorter than the servers we know keep idle connections (5 s at the least), so ours are never stale. */
    private static final int UPSTREAM_IDLE_SECONDS = 4;

    private final Vertx vertx;
    private final RouterOptions options;
    private final RoutingTable table;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final NetworkMemory memory = new NetworkMemory();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    public PublicServer(Vertx vertx, RouterOptions options, RoutingTable table) {
        this.vertx = vertx;
        this.options = options;
        this.table = table;
    }

    /** Completes with the port listened on. */
    public Future<Integer> start(int port) {
        int shared = port == 0 ? -1 : port; // Vert.x: the loops share whichever port the first one gets
        return vertx.deployVerticle(() -> new Serving(shared), new DeploymentOptions().setInstances(options.loops()))
                .map(_ -> servers.getFirst().actualPort());
    }

    /** Takes no more connections and lets those there are finish, for at most the drain timeout. */
    public Future<Void> drain() {
        draining.set(true);
        return Future.join(servers.stream()
                        .map(server -> server.shutdown(options.drainTimeout().toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .mapEmpty();
    }

    private final class Serving extends VerticleBase {
        private final int port;
        private final Map<HttpConnection, ClientConnection> clients = new java.util.IdentityHashMap<>();

        Serving(int port) {
            this.port = port;
        }

        @Override
        public Future<?> start() {
            Watchdog watchdog = new Watchdog();
            vertx.setPeriodic(Watchdog.PERIOD_MILLIS, _ -> {
                memory.look();
                watchdog.check();
            });
            Loop loop = new Loop(vertx, client(), table, options, watchdog, memory, draining);
            HttpServer server = vertx.createHttpServer(serverOptions());
            server.connectionHandler(connection -> opened(connection, watchdog));
            server.invalidRequestHandler(request -> {
                ClientConnection client = clients.get(request.connection());
                if (client != null && client.takesMore()) {
                    client.takeNoMore();
                    malformed(request);
                }
            });
            server.requestHandler(request -> {
                ClientConnection client = clients.get(request.connection());
                if (client != null && client.takesMore()) {
                    new Exchange(loop, request, client).begin();
                }
            });
            return server.listen(port, options.bind()).onSuccess(servers::add);
        }

        private void opened(HttpConnection connection, Watchdog watchdog) {
            if (connections.incrementAndGet() > Math.min(options.maxConnections(), memory.connections())) {
                connections.decrementAndGet();
                connection.close();
                return;
            }
            ClientConnection client =
                    new ClientConnection(connection, options.headTimeout(), () -> closed(connection, watchdog));
            clients.put(connection, client);
            watchdog.add(client);
            connection.exceptionHandler(_ -> {});
            connection.closeHandler(_ -> client.closed());
        }

        private void closed(HttpConnection connection, Watchdog watchdog) {
            ClientConnection client = clients.remove(connection);
            if (client != null) {
                connections.decrementAndGet();
                watchdog.remove(client);
            }
        }
    }

    private static void malformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Refusals refusal = cause instanceof TooLongHttpLineException
                ? Refusals.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException ? Refusals.HEADERS_TOO_LARGE : Refusals.MALFORMED;
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Problems.send(request.response(), refusal.status, refusal.rejection, Map.of());
        request.connection().close();
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(16 * 1024)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpKeepAlive(true)
                .setReceiveBufferSize(Loop.READ)
                .setAcceptBacklog(1024);
    }

    private HttpClientAgent client() {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(options.connectTimeout().toMillis()))
                        .setKeepAliveTimeout(UPSTREAM_IDLE_SECONDS)
                        .setMaxInitialLineLength(8 * 1024)
                        .setMaxHeaderSize(64 * 1024)
                        .setReceiveBufferSize(Loop.READ)
                        .setTcpKeepAlive(true))
                .withConnectHandler(connection -> connection.exceptionHandler(_ -> {})) // told to its requests already
                .with(new PoolOptions()
                        .setHttp1MaxSize(1024)
                        .setMaxWaitQueueSize(1024)
                        .setCleanerPeriod(1_000))
                .build();
    }
}
