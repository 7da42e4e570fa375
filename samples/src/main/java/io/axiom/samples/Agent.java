package io.axiom.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small agent to deploy. {@code GET /} says which version and instance answers, {@code GET /health} whether it is well; see
 * {@link AgentOptions} for the ways it can fail. Ends gracefully on SIGTERM: it finishes the requests it has begun.
 */
public final class Agent {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final AgentOptions options;
    private final Map<String, String> environment;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean ending;

    private Agent(AgentOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** Runs until SIGTERM; exits with 2 on an unknown option. */
    public static void main(String[] arguments) throws Exception {
        // The server's defaults delay small answers by 40 ms and close idle connections a proxy still wants to use.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        AgentOptions options;
        try {
            options = AgentOptions.parse(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Agent(options, System.getenv()).run();
    }

    private void run() throws IOException, InterruptedException {
        if (options.crashAtStart()) {
            System.err.println("agent " + options.version() + " cannot start: told to crash at start");
            Runtime.getRuntime().halt(3);
        }
        Thread.sleep(options.slowStart());
        HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", exchange -> answer(exchange, this::health));
        server.createContext("/", exchange -> answer(exchange, this::work));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "agent-end"));
        server.start();
        System.out.println("agent " + options.version() + " listens on "
                + server.getAddress().getPort());
        if (options.crashAfter().isPositive()) {
            Thread.sleep(options.crashAfter());
            System.err.println("agent " + options.version() + " crashes: told to after " + options.crashAfter());
            Runtime.getRuntime().halt(4);
        }
    }

    private record Answer(int status, String json) {}

    private interface Work {
        Answer answer() throws InterruptedException;
    }

    private Answer health() {
        boolean well = !options.unhealthy() && !ending;
        return new Answer(well ? 200 : 503, "{\"status\":\"" + (well ? "UP" : "DOWN") + "\"}");
    }

    private Answer work() throws InterruptedException {
        long number = requests.incrementAndGet();
        Thread.sleep(options.latency());
        boolean fails = (options.failAfterRequests() >= 0 && number > options.failAfterRequests())
                || ThreadLocalRandom.current().nextDouble() < options.failRate();
        return new Answer(fails ? 500 : 200, describe(fails));
    }

    private String describe(boolean failed) {
        StringBuilder json = new StringBuilder("{\"version\":").append(quote(options.version()));
        json.append(",\"instance\":").append(quote(environment.getOrDefault("AXIOM_INSTANCE_ID", "none")));
        json.append(",\"configuration\":{");
        String separator = "";
        for (String key : options.show()) {
            String value = environment.get(key);
            if (value != null) {
                json.append(separator).append(quote(key)).append(':').append(quote(value));
                separator = ",";
            }
        }
        return json.append('}')
                .append(failed ? ",\"error\":\"told to fail\"}" : "}")
                .toString();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private void answer(HttpExchange exchange, Work work) throws IOException {
        inFlight.incrementAndGet();
        try (exchange) {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            Answer answer = work.answer();
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (ending) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /** Goes on serving until nothing is under way, so that whoever drains it loses nothing. */
    private void end(HttpServer server) {
        ending = true;
        long until = System.nanoTime() + GRACE.toNanos();
        try {
            do {
                Thread.sleep(50);
            } while (inFlight.get() > 0 && System.nanoTime() < until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
