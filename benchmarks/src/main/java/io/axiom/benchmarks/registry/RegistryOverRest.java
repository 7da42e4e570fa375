package io.axiom.benchmarks.registry;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.json.Json;
import io.axiom.version.VersionServiceApplication;
import io.axiom.version.resolution.Candidate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Questions over REST to a version-service of its own on a real PostgreSQL, without Kafka: the matrix of 1,000 versions, and
 * resolving 10,000 versions of 1,000 components. Arguments: rounds (20), components (1,000).
 */
public final class RegistryOverRest {
    private static final int MATRIX_VERSIONS = 1_000;
    private static final int CREATORS = 64;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    private RegistryOverRest(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int components = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        try (ConfigurableApplicationContext spring = VersionServiceApplication.application()
                .run(
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--axiom.database.url=" + TestInfrastructure.freshDatabase(),
                        "--axiom.kafka.bootstrap-servers=")) {
            RegistryOverRest rest = new RegistryOverRest(
                    "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port"));
            rest.matrix(rounds);
            rest.resolution(rounds, components, RandomRegistry.GROWN);
        }
        System.exit(0); // TestInfrastructure's PostgreSQL ends with the process.
    }

    private void matrix(int rounds) throws Exception {
        create("agent", MATRIX_VERSIONS, n -> ManyVersions.version(n).toString(), _ -> Map.of());
        System.out.printf(
                "%-40s %s%n",
                "matrix of 1,000 versions over REST",
                Rounds.of(rounds, () -> ask(get("/api/components/agent/compatibility/matrix"))));
    }

    private void resolution(int rounds, int components, RandomRegistry sort) throws Exception {
        Map<String, List<Candidate>> known = sort.generate(1, components);
        try (ExecutorService threads = Executors.newFixedThreadPool(CREATORS)) {
            List<Future<?>> created = new ArrayList<>();
            known.forEach((component, candidates) -> created.add(threads.submit(() -> {
                create(
                        component,
                        candidates.size(),
                        n -> candidates.get(n).version().toString(),
                        n -> needs(candidates.get(n)));
                return null;
            })));
            for (Future<?> each : created) {
                each.get();
            }
        }
        List<Map<String, String>> wanted = RandomRegistry.wanted(1, components).ranges().keySet().stream()
                .map(component -> Map.of("component", component))
                .toList();
        String body = Json.mapper().writeValueAsString(Map.of("wanted", wanted));
        System.out.printf(
                "%-40s %s%n",
                "resolve %,d versions over REST".formatted(components * RandomRegistry.VERSIONS),
                Rounds.of(rounds, () -> ask(post("/api/versioning/resolve-conflicts", body))));
    }

    private static Map<String, String> needs(Candidate candidate) {
        Map<String, String> needs = new LinkedHashMap<>();
        candidate
                .dependencies()
                .forEach(need -> needs.put(need.component(), need.range().toString()));
        return needs;
    }

    private interface ByNumber<T> {
        T of(int n);
    }

    private void create(String component, int versions, ByNumber<String> number, ByNumber<Map<String, String>> needs) {
        ask(post("/api/components", Json.mapper().writeValueAsString(Map.of("name", component))));
        for (int n = 0; n < versions; n++) {
            ask(post(
                    "/api/components/" + component + "/versions",
                    Json.mapper().writeValueAsString(Map.of("version", number.of(n), "dependencies", needs.of(n)))));
        }
        awaitCount(component, versions);
    }

    private void awaitCount(String component, int versions) {
        while (Json.lenient()
                        .readTree(send(get("/api/components/" + component)).body())
                        .path("versions")
                        .asInt()
                < versions) {
            Thread.onSpinWait();
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).GET().build();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The size of the answer. */
    private int ask(HttpRequest request) {
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body().length;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
