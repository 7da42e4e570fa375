package io.axiom.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final Rest rest = Platform.shared().rest();

    @Test
    void theFirstTokenIsMadeOnceForItsOwnerOnlyAndSurvivesRestarts() throws Exception {
        Path home = Platform.freshHome();
        String database = TestInfrastructure.freshDatabase();
        String token;
        try (var gateway = Platform.gateway(home, database, "axiom.require-token=true")) {
            token = Files.readString(home.resolve("token")).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                    .isEqualTo("rw-------");
            Rest first = new Rest(Platform.url(gateway)).token(token);
            await().until(() -> first.get("/api/tokens").status() == 200);
            assertThat(first.get("/api/tokens").response().body()).doesNotContain(token);
        }
        try (var gateway = Platform.gateway(home, database, "axiom.require-token=true")) {
            assertThat(Files.readString(home.resolve("token")).strip()).isEqualTo(token);
            assertThat(new Rest(Platform.url(gateway))
                            .token(token)
                            .get("/api/tokens")
                            .json()
                            .path("items")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void aTokenWrittenBeforeTheProcessDiedIsTheOneIssued() throws Exception {
        Path home = Platform.freshHome();
        String token = SecretFile.ensure(home.resolve("token"));
        try (var gateway = Platform.gateway(home, TestInfrastructure.freshDatabase(), "axiom.require-token=true")) {
            await().until(() -> new Rest(Platform.url(gateway))
                            .token(token)
                            .get("/api/tokens")
                            .status()
                    == 200);
        }
    }

    @Test
    void whereATokenIsRequiredNothingIsAnsweredWithoutOne() throws Exception {
        try (var gateway = Platform.gateway(
                Platform.freshHome(), TestInfrastructure.freshDatabase(), "axiom.require-token=true")) {
            Rest open = new Rest(Platform.url(gateway));
            for (String path : List.of("/api/status", "/api/audit", "/api/tokens", "/api/log/head")) {
                assertThat(open.get(path).status()).as(path).isEqualTo(401);
                assertThat(open.get(path).header("WWW-Authenticate")).startsWith("Bearer");
                assertThat(open.token("axm_guess").get(path).code()).isEqualTo("access.token-invalid");
            }
            assertThat(open.get("/openapi.json").status()).isEqualTo(200);
            assertThat(open.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void eachRoleMayDoItsOwnAndWhatIsBelow() {
        Rest viewer = rest.token(issue("eva", "viewer"));
        Rest operator = rest.token(issue("otto", "operator"));
        Rest approver = rest.token(issue("anna", "approver"));
        Rest admin = rest.token(issue("ada", "admin"));

        assertThat(viewer.get("/api/audit").status()).isEqualTo(200);
        Rest.Answer refused = viewer.post("/api/components", "{\"name\":\"by-viewer\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("context").path("required").asString()).isEqualTo("operator");
        assertThat(operator.post("/api/components", "{\"name\":\"by-operator\"}")
                        .status())
                .isEqualTo(201);
        assertThat(operator.post("/api/deployments/a.b.1/approve", "{}").status())
                .isEqualTo(403);
        assertThat(approver.post("/api/deployments/a.b.1/approve", "{}").status())
                .isEqualTo(200);
        assertThat(approver.post("/api/environments", "{\"name\":\"by-approver\"}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/api/environments", "{\"name\":\"by-admin\"}").status())
                .isEqualTo(201);
        assertThat(operator.get("/api/tokens").status()).isEqualTo(403);
    }

    @Test
    void commandsCarryTheNameOfWhoeverAsked() {
        Rest otto = rest.token(issue("otto", "operator"));
        Rest.Answer answer = otto.post("/api/components", "{\"name\":\"named-by-otto\"}");
        String commandId = answer.json().path("commandId").asString();
        await().until(() -> rest.get("/api/audit?actor=otto&command=" + commandId)
                        .json()
                        .path("items")
                        .size()
                == 1);
    }

    @Test
    void whoeverIssuedATokenCanReadThatItIsThere() {
        Rest.Answer issued = rest.post("/api/tokens", "{\"id\":\"read-back\",\"name\":\"x\",\"role\":\"viewer\"}");
        Rest.Answer tokens = rest.with("Axiom-Min-Position", issued.header("Axiom-Position"))
                .get("/api/tokens?limit=1&cursor=read-bac");
        assertThat(tokens.json().path("items").get(0).path("tokenId").asString())
                .isEqualTo("read-back");
    }

    @Test
    void aRevokedTokenIsSoonRefused() {
        Rest.Answer issued = rest.post("/api/tokens", "{\"name\":\"leaver\",\"role\":\"admin\"}");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        Rest leaver = rest.token(issued.json().path("token").asString());
        await().until(() -> leaver.get("/api/audit?limit=1").status() == 200);

        String id = issued.json().path("tokenId").asString();
        assertThat(rest.send("DELETE", "/api/tokens/" + id + "?reason=left", null)
                        .status())
                .isEqualTo(200);
        await().until(() -> leaver.get("/api/audit?limit=1").status() == 401);
        assertThat(rest.send("DELETE", "/api/tokens/never-was", null).code()).isEqualTo("token.unknown");
    }

    @Test
    void askingAgainWithTheSameKeyGivesTheSameToken() {
        Rest keyed = rest.with("Idempotency-Key", "token-once");
        String first = keyed.post("/api/tokens", "{\"name\":\"same\",\"role\":\"viewer\"}")
                .json()
                .path("token")
                .asString();
        assertThat(keyed.post("/api/tokens", "{\"name\":\"same\",\"role\":\"viewer\"}")
                        .json()
                        .path("token")
                        .asString())
                .isEqualTo(first)
                .startsWith("axm_");
    }

    @Test
    void aPageInABrowserIsNotTakenForAProgramOnThisMachine() throws Exception {
        assertThat(raw("Host: localhost", "")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: 127.0.0.1:3000", "")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: [::1]:3000", "")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: evil.example", "")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: localhost.evil.example", "")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: localhost", "Origin: http://localhost:3000\r\n")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: localhost", "Origin: null\r\n")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: localhost", "X-Forwarded-For: 10.0.0.1\r\n")).startsWith("HTTP/1.1 401");
    }

    private String issue(String name, String role) {
        Rest.Answer issued = rest.post("/api/tokens", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        String token = issued.json().path("token").asString();
        await().until(() -> rest.token(token).get("/api/audit?limit=1").status() == 200);
        return token;
    }

    private String raw(String host, String more) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(rest.url()).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/audit?limit=1 HTTP/1.1\r\n" + host + "\r\n" + more + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
