package io.axiom.router;

import static io.axiom.router.TestRouter.PREFIX;
import static io.axiom.router.TestRouter.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    @TempDir
    Path home;

    TestRouter router;
    Upstream upstream;
    List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        router = new TestRouter(home);
        upstream = new Upstream("a-0", exchange -> {
            seen.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
            Upstream.answer(exchange, 200, "ok");
        });
        router.put(route(1, Map.of("a", upstream.endpoints()), Map.of("a", 1)));
    }

    @AfterEach
    void stop() {
        router.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\nContent-Length: 5\r\n\r\n0\r\n\r\nG",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /production/shop/ HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: +5\r\n\r\nhello",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: 5, 5\r\n\r\nhello",
                "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "GET /production/shop/ HTTP/1.1\r\n\r\n",
                "GET /production/shop/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /production/shop/ HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /production/shop/ HTTP/1.1\r\nHost: h\r\nX\u0000Y: 1\r\n\r\n",
                "GET /production/shop/../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /production/shop/%2e%2e/x HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /production/shop/\u00e9 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET production/shop HTTP/1.1\r\nHost: h\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
                "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n",
                "TRACE /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /production/shop/ HTTP/9.9\r\nHost: h\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void ambiguousOrBrokenRequestsAreRefusedAndReachNobody(String request) throws Exception {
        String smuggled = request + "GET /production/shop/smuggled HTTP/1.1\r\nHost: h\r\n\r\n";
        try (Socket socket = Raw.connect(router.port())) {
            Raw.send(socket, smuggled);
            socket.shutdownOutput();
            String answer = Raw.readAll(socket);
            if (!answer.isEmpty()) {
                assertThat(answer).matches("(?s)HTTP/\\d\\.\\d (400|431|404|501|505).*");
                assertThat(answer.split("HTTP/\\d\\.\\d \\d\\d\\d ", -1))
                        .as("one answer, then the end")
                        .hasSizeLessThanOrEqualTo(2);
            }
        }
        assertThat(seen).isEmpty();
        assertThat(router.get(PREFIX + "/").statusCode()).isEqualTo(200);
    }

    @Test
    void bothFramingsAtOnceNeverMakeTwoRequestsOfOne() throws Exception {
        String answer = Raw.exchange(
                router.port(),
                "POST /production/shop/one HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2c\r\nGET /production/shop/two HTTP/1.1\r\nHost: h\r\n\r\n\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1");
        assertThat(seen).doesNotContain("GET /two");
        assertThat(seen.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void tooLongLinesAndTooManyHeadersAreRefused() throws Exception {
        assertThat(Raw.exchange(
                        router.port(), "GET /production/shop/" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 414.*")
                .contains("request.uri-too-long");
        assertThat(Raw.exchange(
                        router.port(),
                        "GET /production/shop/ HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(17_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 431.*")
                .contains("request.headers-too-large");
        assertThat(seen).isEmpty();
    }

    @Test
    void headersOfTheRouteCannotBeTakenAwayByNamingThemInConnection() throws Exception {
        List<String> hosts = new ArrayList<>();
        try (Upstream other = new Upstream("b-0", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
            Upstream.answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes()));
        })) {
            router.put(route(2, Map.of("b", other.endpoints()), Map.of("b", 1)));
            String answer = Raw.exchange(
                    router.port(),
                    "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nConnection: close, Host, Content-Length, X-Forwarded-For\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello");
            assertThat(hosts).containsExactly("h 127.0.0.1");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        String answer = Raw.exchange(
                router.port(),
                "GET /production/shop/1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /production/shop/2 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                        + "GET /production/shop/3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(answer.split("HTTP/1.1 200", -1)).hasSize(4);
        assertThat(seen).containsExactly("GET /1", "POST /2", "GET /3");
    }

    @Test
    void expectContinueIsAnsweredByTheRouter() throws Exception {
        try (Socket socket = Raw.connect(router.port())) {
            Raw.send(
                    socket,
                    "POST /production/shop/ HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(Raw.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100");
            Raw.send(socket, "abc");
            assertThat(Raw.readUntil(socket, "ok")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void oldClientsOfHttp10AreServed() throws Exception {
        String answer = Raw.exchange(router.port(), "GET /production/shop/old HTTP/1.0\r\n\r\n");
        assertThat(answer).contains("200").endsWith("ok");
        assertThat(seen).containsExactly("GET /old");
    }

    @Test
    void headAnswersHaveNoBodyAndKeepTheConnectionUsable() throws Exception {
        try (Upstream head = new Upstream("b-0", exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "12345");
            exchange.sendResponseHeaders(200, -1);
        })) {
            router.put(route(2, Map.of("b", head.endpoints()), Map.of("b", 1)));
            try (Socket socket = Raw.connect(router.port())) {
                for (int i = 0; i < 3; i++) {
                    Raw.send(socket, "HEAD /production/shop/ HTTP/1.1\r\nHost: h\r\n\r\n");
                    assertThat(Raw.readUntil(socket, "\r\n\r\n"))
                            .startsWith("HTTP/1.1 200")
                            .containsIgnoringCase("content-length: 12345");
                }
            }
        }
    }
}
