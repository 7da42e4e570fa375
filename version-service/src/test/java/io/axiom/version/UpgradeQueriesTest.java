package io.axiom.version;

import static io.axiom.version.VersionService.code;
import static io.axiom.version.VersionService.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.version.VersionService.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Compatibility, paths, comparisons and resolution over REST, on real PostgreSQL and Kafka. */
class UpgradeQueriesTest {
    private static final VersionService service = VersionService.shared();

    @Test
    void compatibilityIsAnsweredWithItsEvidence() {
        register("fits");
        create("fits", "{\"version\": \"1.0.0\"}");
        create("fits", "{\"version\": \"1.1.0\"}");
        create("fits", "{\"version\": \"2.0.0\", \"breakingChanges\": [\"The old API is gone\"]}");
        service.post(
                "/api/components/fits/compatibility",
                "{\"from\": \"1.1.0\", \"to\": \"2.0.0\", \"level\": \"breaking\", \"reason\": \"Seen\"}");
        Response tested = service.post(
                "/api/components/fits/test-results",
                "{\"from\": \"1.1.0\", \"to\": \"2.0.0\", \"passed\": true, \"suite\": \"e2e\"}");

        JsonNode answer = service.getAt(tested.position(), "/api/components/fits/compatibility?from=1.1.0&to=2.0.0")
                .body();
        assertThat(answer.path("level").asString()).isEqualTo("compatible");
        assertThat(answer.path("decidedBy").asString()).isEqualTo("tested");
        assertThat(answer.path("riskLevel").asString()).isEqualTo("low");
        assertThat(answer.path("estimatedDowntimeMinutes").asInt()).isZero();
        assertThat(texts(answer.path("evidence"), "grounds")).containsExactly("rule", "detected", "declared", "tested");

        JsonNode numbers = service.get("/api/components/fits/compatibility?from=1.0.0&to=2.0.0")
                .body();
        assertThat(numbers.path("level").asString()).isEqualTo("breaking");
        assertThat(numbers.at("/requiredActions/0").asString()).isEqualTo("Prepare for: The old API is gone");
        assertThat(code(service.get("/api/components/fits/compatibility?from=1.0.0&to=9.0.0")))
                .isEqualTo("404 version.not-found");
        assertThat(code(service.get("/api/components/fits/compatibility?from=1.0.0")))
                .isEqualTo("400 request.parameter-invalid");
        assertThat(code(service.get("/api/components/none/compatibility?from=1.0.0&to=2.0.0")))
                .isEqualTo("404 component.not-found");
    }

    @Test
    void theMatrixHasALetterPerPair() {
        register("matrix");
        create("matrix", "{\"version\": \"1.0.0\"}");
        create("matrix", "{\"version\": \"1.1.0\"}");
        Response last = create("matrix", "{\"version\": \"2.0.0\"}");

        JsonNode matrix = service.getAt(last.position(), "/api/components/matrix/compatibility/matrix")
                .body();
        assertThat(texts(matrix.path("versions"))).containsExactly("1.0.0", "1.1.0", "2.0.0");
        assertThat(texts(matrix.path("levels"))).containsExactly("CCB", "UCB", "BBC");
        assertThat(matrix.at("/letters/B").asString()).isEqualTo("breaking");
        assertThat(texts(service.get("/api/components/matrix/compatibility/matrix?versions=%5E1")
                        .body()
                        .path("levels")))
                .containsExactly("CC", "UC");
        assertThat(code(service.get("/api/components/matrix/compatibility/matrix?versions=new")))
                .isEqualTo("400 request.parameter-invalid");
    }

    @Test
    void theWayGoesThroughRequiredStops() {
        register("way");
        create("way", "{\"version\": \"1.0.0\"}");
        create("way", "{\"version\": \"1.5.0\"}");
        create("way", "{\"version\": \"2.0.0\"}");
        Response stop =
                service.post("/api/components/way/versions/1.5.0/stop", "{\"reason\": \"It converts the store\"}");

        JsonNode path = service.getAt(
                        stop.position(), "/api/components/way/upgrade-path?from=1.0.0&to=2.0.0&prefer=fewest-hops")
                .body();
        assertThat(texts(path.path("versions"))).containsExactly("1.0.0", "1.5.0", "2.0.0");
        assertThat(path.at("/steps/0/stop").asString()).isEqualTo("It converts the store");
        assertThat(code(service.get("/api/components/way/upgrade-path?from=1.0.0&to=2.0.0&compatibleOnly=true")))
                .isEqualTo("422 path.none");
        assertThat(code(service.get("/api/components/way/upgrade-path?from=2.0.0&to=1.0.0")))
                .isEqualTo("422 path.none");
        assertThat(code(service.get("/api/components/way/upgrade-path?from=1.0.0&to=2.0.0&prefer=luck")))
                .isEqualTo("400 request.parameter-invalid");

        Response lift =
                service.post("/api/components/way/versions/1.5.0/stop/lift", "{\"reason\": \"2.0.0 converts too\"}");
        assertThat(texts(service.getAt(
                                lift.position(),
                                "/api/components/way/upgrade-path?from=1.0.0&to=2.0.0&prefer=fewest-hops")
                        .body()
                        .path("versions")))
                .containsExactly("1.0.0", "2.0.0");
        assertThat(code(service.post("/api/components/way/versions/1.5.0/stop/lift", "{}")))
                .isEqualTo("400 request.field-missing");
    }

    @Test
    void twoVersionsAreComparedSideBySide() {
        register("sides");
        create("sides", "{\"version\": \"1.0.0\", \"dependencies\": {\"store\": \"^1.0.0\", \"queue\": \"*\"}}");
        create("sides", "{\"version\": \"1.1.0\", \"changelog\": [\"Answers in French\"]}");
        Response last = create("sides", """
                {"version": "2.0.0", "changelog": ["New API"], "breakingChanges": ["The old API is gone"],
                 "dependencies": {"store": ">=1.0.0"}}""");

        JsonNode comparison = service.getAt(last.position(), "/api/components/sides/compare?from=1.0.0&to=2.0.0")
                .body();
        assertThat(comparison.path("raises").asString()).isEqualTo("major");
        assertThat(texts(comparison.path("changelog"), "version")).containsExactly("2.0.0", "1.1.0");
        assertThat(comparison.at("/changelog/0/breakingChanges/0").asString()).isEqualTo("The old API is gone");
        assertThat(texts(comparison.path("dependencies"), "difference")).containsExactly("removed", "changed");
        assertThat(comparison.at("/dependencies/1/relation").asString()).isEqualTo("wider");
        assertThat(comparison.at("/compatibility/level").asString()).isEqualTo("breaking");
        assertThat(comparison.has("usage")).isFalse();
    }

    @Test
    void conflictsAreResolvedOrExplained() {
        register("front");
        register("back");
        create("back", "{\"version\": \"1.0.0\"}");
        create("back", "{\"version\": \"2.0.0\"}");
        create("front", "{\"version\": \"1.0.0\", \"dependencies\": {\"back\": \"^1.0.0\"}}");
        Response last = create("front", "{\"version\": \"2.0.0\", \"dependencies\": {\"back\": \"^2.0.0\"}}");
        service.getAt(last.position(), "/api/components/front");

        JsonNode free = resolve("{\"wanted\": [{\"component\": \"front\"}]}").body();
        assertThat(free.path("solved").asBoolean()).isTrue();
        assertThat(texts(free.path("versions"), "version")).containsExactly("2.0.0", "2.0.0");

        JsonNode pinned = resolve("{\"wanted\": [{\"component\": \"front\"}], \"pinned\": {\"back\": \"1.0.0\"}}")
                .body();
        assertThat(texts(pinned.path("versions"), "version")).containsExactly("1.0.0", "1.0.0");
        assertThat(pinned.at("/versions/1/newest").asString()).isEqualTo("2.0.0");

        JsonNode impossible = resolve("""
                {"wanted": [{"component": "front", "range": "^2.0.0"}, {"component": "back", "range": "^1.0.0"}]}""").body();
        assertThat(impossible.path("solved").asBoolean()).isFalse();
        assertThat(texts(impossible.at("/explanation/lines"), "text"))
                .containsExactly(
                        "Because back ^1.0.0 is wanted and front 2.0.0 depends on back ^2.0.0, front 2.0.0 cannot be used.",
                        "So, because front ^2.0.0 is wanted, no set of versions fits.");
        assertThat(impossible.at("/explanation/minimal").asBoolean()).isTrue();

        assertThat(code(resolve("{}"))).isEqualTo("400 resolution.invalid");
        assertThat(code(resolve("{\"wanted\": [{\"component\": \"front\", \"range\": \"new\"}]}")))
                .isEqualTo("400 resolution.invalid");
        assertThat(code(resolve("{\"wanted\": [{\"component\": \"missing\"}]}")))
                .isEqualTo("404 component.no-versions");
        assertThat(code(resolve("{\"pinned\": {\"back\": \"7.0.0\"}}"))).isEqualTo("404 version.not-found");
        assertThat(code(resolve("{\"wanted\": [{\"component\": \"back\"}, {\"component\": \"back\"}]}")))
                .isEqualTo("400 resolution.invalid");
    }

    private static Response resolve(String body) {
        return service.post("/api/versioning/resolve-conflicts", body);
    }

    private static void register(String component) {
        assertThat(service.post("/api/components", "{\"name\": \"" + component + "\"}")
                        .status())
                .isEqualTo(201);
    }

    private static Response create(String component, String body) {
        Response created = service.post("/api/components/" + component + "/versions", body);
        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
        return created;
    }
}
