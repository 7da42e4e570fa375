package io.axiom.deployment;

import static org.awaitility.Awaitility.await;

import io.axiom.deployment.catalog.KnownVersions;
import io.axiom.deployment.target.Instances;
import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionEvent;
import io.axiom.router.Router;
import io.axiom.router.RouterOptions;
import io.axiom.runtime.log.History;
import io.axiom.samples.Agent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole deployment service on real parts: PostgreSQL, Kafka if asked for, a router, processes. Called over HTTP. */
public final class DeploymentPlatform implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path home;
    private final Router router;
    private final ConfigurableApplicationContext spring;
    private final AtomicLong versionPosition = new AtomicLong();
    private final String base;
    private volatile long written;

    public DeploymentPlatform(Path home, boolean kafka) {
        this.home = home;
        router = Router.start(RouterOptions.inHome(home));
        spring = DeploymentServiceApplication.application()
                .run(
                        "--server.port=0",
                        "--axiom.home=" + home,
                        "--axiom.database.url=" + TestInfrastructure.freshDatabase(),
                        "--axiom.kafka.bootstrap-servers="
                                + (kafka ? TestInfrastructure.kafka().bootstrapServers() : ""),
                        "--axiom.router.admin-url=http://127.0.0.1:" + router.adminPort(),
                        "--axiom.router.public-url=http://127.0.0.1:" + router.port(),
                        "--axiom.signing.key-id=internal",
                        "--axiom.signing.token=axm_only_for_this_test",
                        "--logging.level.root=warn",
                        "--logging.level.io.axiom=info");
        base = "http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port");
    }

    public record Answer(int status, JsonNode body, String text) {
        public String field(String name) {
            return body.path(name).asString("");
        }
    }

    /** Reads what was written before. */
    public Answer get(String path) {
        return send(request(path)
                .header("Axiom-Min-Position", "deployment=" + written)
                .GET());
    }

    public Answer post(String path, String body) {
        Answer answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        written = Math.max(written, answer.body().path("position").asLong(0));
        return answer;
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            JsonNode json = text.startsWith("{")
                    ? Json.lenient().readTree(text)
                    : Json.lenient().missingNode();
            return new Answer(response.statusCode(), json, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** As the version service's events would tell it. */
    public void know(VersionEvent event) {
        KnownVersions versions = bean(KnownVersions.class);
        versions.apply(new RecordedEvent(
                "version",
                versionPosition.incrementAndGet(),
                "component",
                event.component(),
                0,
                "e",
                "t",
                event,
                new EventMetadata("c", "c", null, Actor.LOCAL, null),
                Instant.now()));
    }

    public void know(String version, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of(Agent.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                Agent.class.getName(),
                "--version",
                version));
        command.addAll(List.of(options));
        know(new VersionEvent.ComponentRegistered("agent", null));
        know(new VersionEvent.VersionCreated(
                "agent", version, List.of(), List.of(), new RunSpec(command, null, Map.of(), null)));
    }

    public void environment(String name) {
        Answer answer = post("/api/environments", "{\"name\":\"" + name + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
    }

    /** Deploys the agent and returns the deployment's id. */
    public String deploy(String environment, String version, String more) {
        Answer answer = post(
                "/api/deployments",
                "{\"environmentId\":\"" + environment + "\",\"component\":\"agent\",\"version\":\"" + version
                        + "\",\"healthChecks\":[{\"type\":\"http\",\"endpoint\":\"/health\",\"interval\":100}]" + more
                        + "}");
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.field("deploymentId");
    }

    public DeploymentView deployment(String id) {
        return Json.lenient().readValue(get("/api/deployments/" + id).text(), DeploymentView.class);
    }

    public DeploymentView ended(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> deployment(id).status().ended());
        return deployment(id);
    }

    /** What users get who ask through the router. */
    public Answer ask(String environment) {
        return send(request("http://127.0.0.1:" + router.port() + '/' + environment + "/agent/")
                .GET());
    }

    public <E extends Event> List<RecordedEvent> events(Class<E> type) {
        return bean(History.class).read(0, 100_000).stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .toList();
    }

    @Override
    public void close() {
        spring.close();
        router.close();
        Instances.endAll(home);
    }
}
