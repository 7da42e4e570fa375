package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.code;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.json.Json;
import io.axiom.language.routing.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdminTest {
    @TempDir
    Path home;

    TestRouter router;

    @BeforeEach
    void start() {
        router = new TestRouter(home);
    }

    @AfterEach
    void stop() {
        router.close();
    }

    @Test
    void anOlderRevisionIsRefusedWithTheCurrentRouteAndChangesNothing() {
        try (Upstream current = new Upstream("new-0");
                Upstream old = new Upstream("old-0")) {
            HttpResponse<String> taken = router.put(route(12, Map.of("new", current.endpoints()), Map.of("new", 1)));
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(Json.mapper().readTree(taken.body()).get("revision").asLong())
                    .isEqualTo(12);
            assertThat(Json.mapper().readTree(taken.body()).get("saved").asBoolean())
                    .isTrue();
            HttpResponse<String> refused = router.put(route(11, Map.of("old", old.endpoints()), Map.of("old", 1)));
            assertThat(refused.statusCode()).isEqualTo(409);
            JsonNode problem = Json.mapper().readTree(refused.body());
            assertThat(problem.get("code").asString()).isEqualTo("route.revision-stale");
            assertThat(problem.at("/context/currentRevision").asString()).isEqualTo("12");
            assertThat(problem.at("/current/revision").asLong()).isEqualTo(12);
            assertThat(router.get(PREFIX + "/").body()).isEqualTo("new-0");
            assertThat(router.put(route(12, Map.of("old", old.endpoints()), Map.of("old", 1)))
                            .statusCode())
                    .as("the same revision again is not older")
                    .isEqualTo(200);
        }
    }

    @Test
    void revisionsFenceEachRouteByItself() {
        router.put(route(12, Map.of(), Map.of()));
        Route other = new Route("staging", "shop", 3, Map.of(), Map.of(), List.of());
        assertThat(router.put(other).statusCode()).isEqualTo(200);
        assertThat(router.router().routes()).isEqualTo(2);
        assertThat(Json.mapper()
                        .readValue(
                                router.send(router.admin("/routes/staging/shop"))
                                        .body(),
                                Route.class))
                .isEqualTo(other);
        assertThat(Json.mapper()
                        .readTree(router.send(router.admin("/routes")).body())
                        .get("routes")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"environment\":\"production\"}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{},\"matches\":[],\"x\":1}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":\"1\",\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":-1,\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1e99,\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"other\",\"revision\":1,\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"Pro duction\",\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\":null},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\":[null]},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\\r\\nX: y\":[]},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\":[{\"instanceId\":\"i\",\"host\":\"h h\",\"port\":1}]},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\":[{\"instanceId\":\"i\",\"host\":\"h\",\"port\":0}]},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{\"a\":[{\"instanceId\":\"i\",\"port\":1}]},\"weights\":{},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{\"a\":-1},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{\"a\":1000001},\"matches\":[]}",
                "{\"environment\":\"production\",\"component\":\"shop\",\"revision\":1,\"releases\":{},\"weights\":{},\"matches\":[{\"header\":\"a b\",\"value\":\"v\",\"releaseId\":\"a\"}]}",
            })
    void aRouteThatIsNotOneIsRefusedAndTheOldOneStays(String body) {
        try (Upstream upstream = new Upstream("a-0")) {
            router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
            HttpResponse<String> response = router.put("production/shop", body);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(code(response)).isIn("route.invalid", "route.malformed", "request.name-invalid");
            assertThat(router.get(PREFIX + "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aHugeOrDeepBodyIsRefused() {
        HttpResponse<String> huge = router.put("production/shop", "[" + " ".repeat(1024 * 1024));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(code(huge)).isEqualTo("request.too-large");
        assertThat(router.put("production/shop", "[".repeat(100_000)).statusCode())
                .isEqualTo(400);
        assertThat(router.router().routes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /nothing", "POST, /routes/production/shop", "PUT, /routes/production", "DELETE, /report"
    })
    void whatIsNotServedIsAProblem(String method, String path) {
        HttpResponse<String> response =
                router.send(router.admin(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(code(response)).isEqualTo("request.unknown-path");
    }

    @Test
    void webPagesCannotReachAnAdminSideWithoutToken() throws Exception {
        HttpResponse<String> origin = router.send(router.admin("/routes").header("Origin", "http://evil.example"));
        assertThat(origin.statusCode()).isEqualTo(401);
        String rebound = Raw.exchange(
                router.adminPort(), "GET /routes HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");
        assertThat(rebound).startsWith("HTTP/1.1 401").contains("access.not-local");
    }

    @Test
    void withATokenOnlyWhoKnowsItMaySetRoutesOrReadReports(@TempDir Path other) {
        try (TestRouter guarded = new TestRouter(RouterOptions.inHome(other).withAdminToken("s3cret"))) {
            for (String path : List.of("/routes", "/report", "/report/stream")) {
                HttpResponse<String> refused = guarded.send(guarded.admin(path));
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(code(refused)).isEqualTo("access.token-required");
                assertThat(refused.body()).doesNotContain("s3cret");
            }
            assertThat(guarded.put(route(1, Map.of(), Map.of())).statusCode()).isEqualTo(401);
            assertThat(guarded.send(guarded.admin("/routes").header("Authorization", "Bearer wrong"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(guarded.send(guarded.admin("/routes").header("Authorization", "Bearer s3cret"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(guarded.send(guarded.admin("/health")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAdminPortOpenToOthersWithoutATokenDoesNotStart(@TempDir Path other) {
        RouterOptions open = RouterOptions.read(
                List.of("--admin-bind", "0.0.0.0", "--port=0", "--admin-port=0", "--home", other.toString()),
                _ -> null,
                _ -> null);
        assertThatThrownBy(() -> Router.start(open))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("AXIOM_ROUTER_TOKEN");
    }

    @Test
    void aSecondRouterInTheSameHomeDoesNotStart() {
        assertThatThrownBy(() -> Router.start(RouterOptions.inHome(home)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("already runs");
    }

    @Test
    void aTakenPortIsNamedInTheReason(@TempDir Path other) {
        RouterOptions taken = RouterOptions.read(
                List.of("--port", Integer.toString(router.port()), "--admin-port=0", "--home", other.toString()),
                _ -> null,
                _ -> null);
        assertThatThrownBy(() -> Router.start(taken))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("public port " + router.port());
    }

    @Test
    void optionsComeFromArgumentsThenPropertiesThenTheEnvironment() {
        RouterOptions options = RouterOptions.read(
                List.of("--port", "1", "--response-timeout=2s"),
                Map.of("axiom.router.port", "2", "axiom.router.admin-port", "3")::get,
                Map.of("AXIOM_ROUTER_ADMIN_PORT", "4", "AXIOM_HOME", "/h", "AXIOM_ROUTER_TOKEN", "t")::get);
        assertThat(options.port()).isEqualTo(1);
        assertThat(options.adminPort()).isEqualTo(3);
        assertThat(options.home()).isEqualTo(Path.of("/h"));
        assertThat(options.adminToken()).isEqualTo("t");
        assertThat(options.responseTimeout()).hasSeconds(2);
        for (String wrong : List.of("--prot=1", "--port", "--port=x", "--port=70000", "--response-timeout=soon", "x")) {
            assertThatThrownBy(() -> RouterOptions.read(List.of(wrong), _ -> null, _ -> null))
                    .isInstanceOf(StartFailed.class);
        }
    }
}
