package io.axiom.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final String DEPLOY = "/api/deployments";
    private final Rest rest = Platform.shared().rest();

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("not JSON", DEPLOY, "{", 400, "request.malformed-json"),
                Arguments.of("an array", DEPLOY, "[]", 400, "request.invalid"),
                Arguments.of("null", DEPLOY, "null", 400, "request.invalid"),
                Arguments.of(
                        "an unknown field",
                        DEPLOY,
                        "{\"environmentId\":\"e\",\"colour\":\"red\"}",
                        400,
                        "request.invalid"),
                Arguments.of(
                        "a missing field",
                        DEPLOY,
                        "{\"component\":\"c\",\"version\":\"1.0.0\"}",
                        400,
                        "request.field-missing"),
                Arguments.of("text for a number", DEPLOY, "{\"instances\":\"two\"}", 400, "request.invalid"),
                Arguments.of("a number for text", DEPLOY, "{\"version\":1}", 400, "request.invalid"),
                Arguments.of("a fraction for a whole number", DEPLOY, "{\"instances\":1.5}", 400, "request.invalid"),
                Arguments.of("a number too big", DEPLOY, "{\"instances\":99999999999}", 400, "request.invalid"),
                Arguments.of(
                        "a number of a thousand digits",
                        DEPLOY,
                        "{\"instances\":" + "9".repeat(1000) + "}",
                        413,
                        "request.too-large"),
                Arguments.of("a negative duration", DEPLOY, "{\"timeout\":\"-5s\"}", 400, "request.invalid"),
                Arguments.of("an unknown strategy", DEPLOY, "{\"strategy\":\"big-bang\"}", 400, "request.invalid"),
                Arguments.of("deep nesting", DEPLOY, "{\"configuration\":".repeat(5000), 400, "request.invalid"),
                Arguments.of("a bad name", "/api/components", "{\"name\":\"No Spaces\"}", 400, "request.name-invalid"),
                Arguments.of("a bad role", "/api/tokens", "{\"name\":\"x\",\"role\":\"king\"}", 400, "request.invalid"),
                Arguments.of("no reason", "/api/deployments/a.b.1/abort", "{}", 400, "request.field-missing"),
                Arguments.of("no id", "/api/deployments/nonsense/pause", "{}", 400, "deployment.id-invalid"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isRefusedByCode(String what, String path, String body, int status, String code) {
        Rest.Answer answer = rest.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertProblem(answer);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET", "/api/nothing-here", 404, "request.no-such-path"),
                Arguments.of("GET", "/api/components/", 404, "request.no-such-path"),
                Arguments.of("DELETE", "/api/components", 405, "request.method-not-allowed"),
                Arguments.of("POST", "/api/audit", 405, "request.method-not-allowed"),
                Arguments.of("PUT", "/api/commands/x", 405, "request.method-not-allowed"),
                Arguments.of("GET", "/api/audit?limit=0", 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/audit?limit=many", 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/audit?after=-1", 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/audit?limitt=5", 400, "request.parameter-unknown"),
                Arguments.of("GET", "/api/audit?to=2026-13-45", 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/audit?text=" + "x".repeat(600), 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/audit/first", 404, "audit.position-unknown"),
                Arguments.of("GET", "/api/audit/99999999999999999999999", 404, "audit.position-unknown"),
                Arguments.of("GET", "/api/state?context=version", 400, "request.parameter-missing"),
                Arguments.of("GET", "/api/state", 400, "request.parameter-missing"),
                Arguments.of(
                        "GET",
                        "/api/state?context=weather&aggregateType=a&aggregateId=b",
                        404,
                        "service.not-installed"),
                Arguments.of("GET", "/api/components/" + "x".repeat(201), 400, "request.parameter-invalid"),
                Arguments.of("GET", "/api/commands/never-sent", 404, "command.unknown"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void isRefusedByCode(String method, String path, int status, String code) {
        Rest.Answer answer = rest.send(method, path, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        if (status == 405) {
            assertThat(answer.header("Allow")).isNotBlank();
        }
        assertProblem(answer);
    }

    @Test
    void onlyJsonIsReadSoAWebPagesFormSendsNoCommand() {
        for (String type : new String[] {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data"}) {
            Rest.Answer answer =
                    rest.with("Content-Type", type).post("/api/rollback/emergency", "{\"environmentId\":\"e\"}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
            assertProblem(answer);
        }
    }

    @Test
    void moreThanAMebibyteIsNotReadWhetherAnnouncedOrNot() throws Exception {
        String big = "{\"reason\":\"" + "x".repeat(1024 * 1024) + "\"}";
        assertThat(rest.post(DEPLOY, big).status()).isEqualTo(413);

        HttpRequest chunked = HttpRequest.newBuilder(URI.create(rest.url() + DEPLOY))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(big.getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("request.too-large");
    }

    @Test
    void noPathLeadsOutOfItsRoute() throws Exception {
        for (String path : new String[] {
            "/api/components/../tokens",
            "/api/components/..%2ftokens",
            "/api/components/%2e%2e/versions",
            "/api/components/..;/versions",
            "/api/components/%5c..%5c",
            "/api/components/a%00b",
            "/api//components",
            "/api/components/%2e%2e%2fdeployments/versions",
            "/api/environments/..",
            "/api/environments/%2e"
        }) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path + " -> " + answer).containsPattern("^HTTP/1.1 (400|404) ");
        }
    }

    @Test
    void headersThatAreTooLongAreRefused() throws Exception {
        assertThat(raw("GET /api/status HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(60_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    private static void assertProblem(Rest.Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        for (String member : new String[] {"type", "title", "status", "detail", "code", "next"}) {
            assertThat(answer.json().path(member).asString(""))
                    .as(member + " of " + answer)
                    .isNotBlank();
        }
        assertThat(answer.response().body())
                .doesNotContain("Exception")
                .doesNotContain("io.axiom")
                .doesNotContain("java.");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(rest.url()).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }
}
