package io.axiom.router.admin;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.json.Json;
import io.axiom.language.routing.Route;
import io.axiom.router.RouterOptions;
import io.axiom.router.problem.Problems;
import io.axiom.router.routing.RouteRules;
import io.axiom.router.routing.RouteSlot;
import io.axiom.router.routing.RoutingTable;
import io.axiom.router.state.StateFile;
import io.axiom.router.state.StateWriter;
import io.axiom.router.traffic.TrafficLedger;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The admin port: {@code PUT /routes/{environment}/{component}}, {@code GET /routes}, {@code GET /report},
 * {@code GET /report/stream}, {@code GET /health}. An answered PUT is in force and, unless it says otherwise, on disk.
 */
public final class AdminServer extends VerticleBase {
    /** The largest request body, in bytes. */
    public static final int MAX_BODY = 1024 * 1024;

    private final RouterOptions options;
    private final RoutingTable table;
    private final TrafficLedger ledger;
    private final StateWriter writer;
    private final StateFile.Origin origin;
    private final AdminAccess access;
    private final int port;
    private @Nullable HttpServer server;
    private @Nullable ReportStream stream;

    public AdminServer(
            RouterOptions options,
            RoutingTable table,
            TrafficLedger ledger,
            StateWriter writer,
            StateFile.Origin origin,
            int port) {
        this.options = options;
        this.table = table;
        this.ledger = ledger;
        this.writer = writer;
        this.origin = origin;
        this.access = new AdminAccess(options.adminToken());
        this.port = port;
    }

    @Override
    public Future<?> start() {
        stream = new ReportStream(vertx, ledger::errors, () -> ledger.report(table.routes()));
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setTcpKeepAlive(true)
                .setIdleTimeout(120)
                .setMaxHeaderSize(16 * 1024));
        return server.requestHandler(this::answer).listen(port, options.adminBind());
    }

    public int actualPort() {
        return server == null ? -1 : server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        request.exceptionHandler(_ -> {});
        request.response().exceptionHandler(_ -> {});
        handle(request);
    }

    private void handle(HttpServerRequest request) {
        Rejection refusal = request.path() == null ? NOT_FOUND : access.refusal(request);
        if (refusal != null && !"/health".equals(request.path())) {
            refuse(request, refusal);
            return;
        }
        HttpMethod method = request.method();
        String[] path = request.path() == null
                ? new String[0]
                : request.path().substring(1).split("/", -1);
        if (method.equals(HttpMethod.PUT) && path.length == 3 && path[0].equals("routes")) {
            receive(request, body -> put(request.response(), path[1], path[2], body));
        } else if (method.equals(HttpMethod.GET)) {
            get(request, path);
        } else {
            refuse(request, NOT_FOUND);
        }
    }

    private void get(HttpServerRequest request, String[] path) {
        switch (String.join("/", path)) {
            case "health" -> json(request.response(), health());
            case "routes" -> json(request.response(), Map.of("routes", table.routes()));
            case "report" -> json(request.response(), ledger.report(table.routes()));
            case "report/stream" -> {
                if (stream == null || !stream.add(request.response())) {
                    refuse(request, TOO_MANY_READERS);
                }
            }
            default -> {
                RouteSlot slot = path.length == 3 && path[0].equals("routes") ? table.find(path[1], path[2]) : null;
                if (slot == null) {
                    refuse(request, NOT_FOUND);
                } else {
                    json(request.response(), slot.route());
                }
            }
        }
    }

    private Map<String, Object> health() {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "up");
        health.put("routerId", ledger.routerId());
        health.put("routes", table.routes().size());
        health.put("restoredFrom", origin.name().toLowerCase(java.util.Locale.ROOT));
        health.put("saved", writer.isSaved());
        return health;
    }

    private interface Body {
        void take(byte[] bytes);
    }

    private static void receive(HttpServerRequest request, Body body) {
        Buffer received = Buffer.buffer();
        request.handler(part -> {
            if (received.length() <= MAX_BODY) {
                received.appendBuffer(part);
                if (received.length() > MAX_BODY) {
                    refuse(request, TOO_LARGE);
                }
            }
        });
        request.endHandler(_ -> {
            if (received.length() <= MAX_BODY) {
                body.take(received.getBytes());
            }
        });
    }

    private void put(HttpServerResponse response, String environment, String component, byte[] body) {
        try {
            Route route = RouteRules.require(parse(body));
            if (!route.environment().equals(environment) || !route.component().equals(component)) {
                throw new RejectedException(new Rejection(
                        "route.invalid",
                        Kind.INVALID,
                        "The route names another environment or component than the path.",
                        "Send it to /routes/" + route.key() + "."));
            }
            table.put(route);
            Context context = vertx.getOrCreateContext();
            writer.save()
                    .thenAccept(saved -> context.runOnContext(_ -> json(
                            response,
                            Map.of("routerId", ledger.routerId(), "revision", route.revision(), "saved", saved))));
        } catch (RejectedException e) {
            RouteSlot slot = e.rejection().kind() == Kind.CONFLICT ? table.find(environment, component) : null;
            Problems.send(
                    response,
                    e.rejection().kind().httpStatus(),
                    e.rejection(),
                    slot == null ? Map.of() : Map.of("current", slot.route()));
        }
    }

    private static Route parse(byte[] body) {
        try {
            Route route = Json.mapper().readValue(body, Route.class);
            if (route != null) {
                return route;
            }
            throw malformed("it is null");
        } catch (JacksonException e) {
            throw malformed(Texts.shorten(e.getOriginalMessage(), 200));
        }
    }

    private static RejectedException malformed(String why) {
        return new RejectedException(new Rejection(
                "route.malformed",
                Kind.INVALID,
                "The body is not a route: " + why,
                "Send environment, component, revision, releases, weights and matches as JSON."));
    }

    private static void json(HttpServerResponse response, Object body) {
        if (!response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(Json.mapper().writeValueAsBytes(body)));
        }
    }

    /** Refuses, and closes when the client may still be sending. */
    private static void refuse(HttpServerRequest request, Rejection rejection) {
        if (!request.response().ended()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Problems.send(request.response(), rejection)
                    .onComplete(_ -> request.connection().close());
        }
    }

    private static final Rejection NOT_FOUND = new Rejection(
            "request.unknown-path",
            Kind.NOT_FOUND,
            "Nothing is served there.",
            "Use PUT /routes/{environment}/{component}, GET /routes, /report, /report/stream or /health.");

    private static final Rejection TOO_LARGE = new Rejection(
            "request.too-large", Kind.TOO_LARGE, "The body is larger than 1 MiB.", "Send a smaller route.");

    private static final Rejection TOO_MANY_READERS = new Rejection(
            "report.too-many-readers",
            Kind.UNAVAILABLE,
            "Too many readers follow the report already.",
            "Read GET /report instead.");
}
