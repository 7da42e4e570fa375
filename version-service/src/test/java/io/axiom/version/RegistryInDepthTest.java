package io.axiom.version;

import static io.axiom.version.VersionService.code;
import static io.axiom.version.VersionService.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.json.Json;
import io.axiom.version.VersionService.Response;
import io.axiom.version.catalog.UnusedSurfaces;
import io.axiom.version.surface.SurfaceContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Channels, evidence, upgrades and tags over REST, on real PostgreSQL and Kafka. */
class RegistryInDepthTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private static final VersionService service = VersionService.shared();

    @Test
    void aVersionShowsWhatItNeedsIsMadeOfAndWhyItsNumberIsWhatItIs() {
        register("deep");
        create("deep", "{\"version\": \"1.0.0\"}");
        Response created = create("deep", """
                {"increment": "auto", "commits": ["feat(api): Answers in French", "fix: Typo"], "channel": "canary",
                 "dependencies": {"store": "^1.2"},
                 "artifacts": [{"kind": "jar", "reference": "/opt/deep.jar", "digest": "%s"}]}""".formatted(DIGEST));
        assertThat(created.text("version")).isEqualTo("1.1.0");

        Response version = service.getAt(created.position(), "/api/components/deep/versions/1.1.0");
        assertThat(version.body().at("/dependencies/store").asString()).isEqualTo("^1.2");
        assertThat(version.body().at("/artifacts/0/digest").asString()).isEqualTo(DIGEST);
        assertThat(texts(version.body().path("channels"))).containsExactly("canary", "latest", "stable");
        assertThat(texts(version.body().path("changelog"))).containsExactly("api: Answers in French", "Typo");
        assertThat(version.body().at("/detected/detected").asString()).isEqualTo("minor");
        assertThat(version.body().at("/detected/reasons/0/sentence").asString()).isEqualTo("Answers in French");
    }

    @Test
    void channelsMoveByEventAndSayWhy() {
        register("channels");
        create("channels", "{\"version\": \"1.0.0\"}");
        create("channels", "{\"version\": \"1.1.0\"}");
        Response moved = service.put(
                "/api/components/channels/channels/lts", "{\"version\": \"1.0.0\", \"reason\": \"Kept for a year\"}");
        assertThat(moved.status()).isEqualTo(200);
        Response yanked = service.post("/api/components/channels/versions/1.1.0/yank", "{\"reason\": \"leaks keys\"}");

        JsonNode channels = service.getAt(yanked.position(), "/api/components/channels/channels")
                .body()
                .path("items");
        assertThat(texts(channels, "channel")).containsExactly("latest", "lts", "stable");
        assertThat(texts(channels, "version")).containsOnly("1.0.0");
        assertThat(channels.at("/1/reason").asString()).isEqualTo("Kept for a year");
        assertThat(channels.at("/0/reason").asString()).isEqualTo("1.1.0 was yanked");
        assertThat(service.get("/api/components/channels").text("latestVersion"))
                .isEqualTo("1.0.0");
    }

    @Test
    void aLifeEndsOnADay() {
        register("ending");
        create("ending", "{\"version\": \"1.0.0\"}");
        create("ending", "{\"version\": \"2.0.0\"}");
        service.post(
                "/api/components/ending/versions/1.0.0/deprecate", "{\"reason\": \"slow\", \"from\": \"2027-03-01\"}");
        Response deprecated = service.get("/api/components/ending/versions/1.0.0");
        assertThat(deprecated.text("since")).isEqualTo("2027-03-01T00:00:00Z");
        Response ended = service.post(
                "/api/components/ending/versions/1.0.0/end",
                "{\"reason\": \"old\", \"at\": \"2027-06-30\", \"replacement\": \"2.0.0\"}");
        Response version = service.getAt(ended.position(), "/api/components/ending/versions/1.0.0");
        assertThat(version.text("status")).isEqualTo("ENDED");
        assertThat(version.text("since")).isEqualTo("2027-06-30T00:00:00Z");
        assertThat(version.text("replacement")).isEqualTo("2.0.0");
        assertThat(code(service.post(
                        "/api/components/ending/versions/2.0.0/end", "{\"reason\": \"old\", \"at\": \"soon\"}")))
                .isEqualTo("400 version.date-invalid");
    }

    @Test
    void upgradesAreDeclaredTestedAndStopped() {
        register("upgrades");
        create("upgrades", "{\"version\": \"1.0.0\"}");
        create("upgrades", "{\"version\": \"2.0.0\"}");
        service.post("/api/components/upgrades/compatibility", """
                {"from": "1.0.0", "to": "2.0.0", "level": "breaking", "riskLevel": "high",
                 "estimatedDowntimeMinutes": 10, "requiredActions": ["Back up"], "reason": "Other format"}""");
        service.post("/api/components/upgrades/test-results", """
                {"from": "1.0.0", "to": "2.0.0", "passed": true, "suite": "e2e", "link": "https://ci.example.org/7"}""");
        Response stop =
                service.post("/api/components/upgrades/versions/2.0.0/stop", "{\"reason\": \"Converts the store\"}");

        JsonNode declared = service.getAt(stop.position(), "/api/components/upgrades/compatibility/declared?from=1.0.0")
                .body()
                .path("items");
        assertThat(declared).hasSize(1);
        assertThat(declared.at("/0/level").asString()).isEqualTo("breaking");
        assertThat(declared.at("/0/requiredActions/0").asString()).isEqualTo("Back up");
        assertThat(service.get("/api/components/upgrades/test-results?to=1.0.0")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(service.get("/api/components/upgrades/test-results")
                        .body()
                        .at("/items/0/passed")
                        .asBoolean())
                .isTrue();
        assertThat(service.get("/api/components/upgrades/versions/2.0.0").text("stop"))
                .isEqualTo("Converts the store");
        assertThat(code(service.post("/api/components/upgrades/compatibility", "{\"from\": \"1.0.0\"}")))
                .isEqualTo("400 request.field-missing");
        assertThat(code(service.post(
                        "/api/components/upgrades/compatibility",
                        "{\"from\": \"1.0.0\", \"to\": \"2.0.0\", \"level\": \"fine\", \"reason\": \"x\"}")))
                .isEqualTo("400 request.invalid");
    }

    @Test
    void aTagIsAskedForAndShown() {
        register("tagged");
        create("tagged", "{\"version\": \"1.0.0\"}");
        Response asked =
                service.post("/api/components/tagged/versions/1.0.0/tag", "{\"repository\": \"/srv/git/tagged\"}");
        assertThat(asked.text("tag")).isEqualTo("v1.0.0");
        Response version = service.getAt(asked.position(), "/api/components/tagged/versions/1.0.0");
        assertThat(version.body().at("/tag/tag").asString()).isEqualTo("v1.0.0");
        assertThat(version.body().at("/tag/repository").asString()).isEqualTo("/srv/git/tagged");
    }

    @Test
    void historyTellsEverythingTheNewestFirst() {
        register("past");
        create("past", "{\"version\": \"1.0.0\"}");
        Response policy = service.put("/api/components/past/policy", "{\"claimedBump\": \"warn\"}");
        JsonNode history = service.getAt(policy.position(), "/api/components/past/history")
                .body()
                .path("items");
        assertThat(texts(history, "what"))
                .containsExactly(
                        "ComponentPolicyChanged",
                        "ChannelMoved",
                        "ChannelMoved",
                        "VersionCreated",
                        "ComponentRegistered");
        assertThat(history.at("/2/text").asString())
                .isEqualTo("latest moved to 1.0.0: 1.0.0 is the highest of its kind.");
        assertThat(service.get("/api/components/past/history?version=1.0.0&limit=1")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(service.get("/api/components/past")
                        .body()
                        .at("/policy/claimedBump")
                        .asString())
                .isEqualTo("warn");
    }

    @Test
    void surfacesNobodyRefersToAreCollectedAfterADay() {
        String used = digestOf("{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"used\"}}");
        String unused = digestOf("{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"unused\"}}");
        register("tidy");
        Response created = create(
                "tidy",
                "{\"version\": \"1.0.0\", \"surfaces\": [{\"kind\": \"openapi\", \"name\": \"api\", \"digest\": \""
                        + used + "\"}]}");
        service.getAt(created.position(), "/api/components/tidy/versions/1.0.0");
        UnusedSurfaces surfaces = service.part(UnusedSurfaces.class);

        surfaces.collect(Instant.now().minus(Duration.ofDays(1)));
        assertThat(service.get("/api/versioning/surfaces/" + unused).status()).isEqualTo(200);

        surfaces.collect(Instant.now().plus(Duration.ofDays(1)));
        assertThat(code(service.get("/api/versioning/surfaces/" + unused))).isEqualTo("404 surface.not-found");
        assertThat(service.get("/api/versioning/surfaces/" + used).status()).isEqualTo(200);
    }

    private static String digestOf(String content) {
        return service.upload("/api/versioning/surfaces", content.getBytes(StandardCharsets.UTF_8))
                .text("digest");
    }

    @Test
    void surfacesAreKeptByDigestAndReferredTo() {
        byte[] content = "{\"openapi\": \"3.1.0\"}".getBytes(StandardCharsets.UTF_8);
        Response kept = service.upload("/api/versioning/surfaces", content);
        assertThat(kept.status()).isEqualTo(201);
        String digest = kept.text("digest");
        assertThat(digest).isEqualTo(SurfaceContent.digest(content));
        assertThat(service.get("/api/versioning/surfaces/" + digest).raw().body())
                .isEqualTo("{\"openapi\": \"3.1.0\"}");
        register("offering");
        Response created = create(
                "offering",
                "{\"version\": \"1.0.0\", \"surfaces\": [{\"kind\": \"openapi\", \"name\": \"api\", \"digest\": \""
                        + digest + "\"}]}");
        assertThat(service.getAt(created.position(), "/api/components/offering/versions/1.0.0")
                        .body()
                        .at("/surfaces/0/sha256")
                        .asString())
                .isEqualTo(digest);
        assertThat(code(service.post(
                        "/api/components/offering/versions",
                        "{\"version\": \"1.1.0\", \"surfaces\": [{\"kind\": \"openapi\", \"name\": \"api\", \"digest\": \""
                                + DIGEST + "\"}]}")))
                .isEqualTo("422 surface.not-uploaded");
        assertThat(code(service.get("/api/versioning/surfaces/" + DIGEST))).isEqualTo("404 surface.not-found");
        assertThat(code(service.get("/api/versioning/surfaces/x"))).isEqualTo("400 surface.digest-invalid");
    }

    @Test
    void aSurfaceOfTwentyMebibytesIsKeptAndALargerOneIsNot() {
        assertThat(service.upload("/api/versioning/surfaces", new byte[SurfaceContent.LIMIT])
                        .status())
                .isEqualTo(201);
        assertThat(code(service.upload("/api/versioning/surfaces", new byte[SurfaceContent.LIMIT + 1])))
                .isEqualTo("413 request.too-large");
    }

    @Test
    void twoSurfacesAreComparedWithoutAVersion() {
        String huge = "x".repeat(2_000_000);
        Response compared = service.post(
                "/api/versioning/surfaces/compare",
                Json.mapper().writeValueAsString(Map.of("kind", "events", "previous", huge, "current", "{}")));
        assertThat(compared.status()).isIn(200, 400, 422);
        assertThat(code(service.post("/api/versioning/surfaces/compare", "{\"kind\": \"events\"}")))
                .isEqualTo("400 request.invalid");
        assertThat(code(service.post(
                        "/api/versioning/surfaces/compare",
                        "{\"kind\": \"wsdl\", \"previous\": \"\", \"current\": \"\"}")))
                .isEqualTo("400 surface.kind-unknown");
    }

    /** Each of them finds its predecessor moved while it was prepared, and is prepared again. */
    @Test
    void manyAutomaticVersionsAtOnceEachGetTheNextNumber() {
        register("racing");
        create("racing", "{\"version\": \"1.0.0\"}");
        List<CompletableFuture<String>> created = IntStream.range(0, 12)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> create("racing", "{\"increment\": \"auto\", \"commits\": [\"fix: a\"]}")
                                .text("version")))
                .toList();
        assertThat(created.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(i -> "1.0." + i).toList());
    }

    @Test
    void aRepeatedAutomaticVersionIsTheSameOne() {
        register("repeated");
        String key = UUID.randomUUID().toString();
        String body = "{\"increment\": \"auto\", \"commits\": [\"feat: a\"]}";
        Response first = service.post("/api/components/repeated/versions", body, "Idempotency-Key", key);
        Response again = service.post("/api/components/repeated/versions", body, "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void listsWithNothingInThemAreRefused() {
        register("nothing");
        for (String field : List.of("artifacts", "surfaces", "commits", "changelog")) {
            assertThat(code(service.post(
                            "/api/components/nothing/versions", "{\"version\": \"1.0.0\", \"" + field + "\": [null]}")))
                    .as(field)
                    .isEqualTo("400 request.invalid");
        }
    }

    private static Response create(String component, String json) {
        Response created = service.post("/api/components/" + component + "/versions", json);
        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
        return created;
    }

    private static void register(String name) {
        Response response = service.post("/api/components", "{\"name\": \"" + name + "\"}");
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
    }
}
