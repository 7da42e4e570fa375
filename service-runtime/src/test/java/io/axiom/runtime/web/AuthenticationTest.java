package io.axiom.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.Actor;
import io.axiom.language.CommandSignature;
import io.axiom.language.EventMetadata;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Role;
import io.axiom.language.access.AccessEvent;
import io.axiom.runtime.access.AccessTokens;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.access.Authenticator.Signed;
import io.axiom.runtime.counter.CounterService;
import io.axiom.runtime.counter.Http;
import io.axiom.runtime.log.History;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private static final String ADD = "/api/commands/counter.Add.v1";
    private static final String RESET = "/api/commands/counter.Reset.v1";
    private static CounterService open;
    private static CounterService closed;

    @BeforeAll
    static void start() {
        open = start("false");
        closed = start("true");
    }

    private static CounterService start(String requireToken) {
        CounterService service = CounterService.start(
                TestInfrastructure.freshDatabase(),
                "axiom.require-token=" + requireToken,
                "axiom.signing.key-id=internal",
                "axiom.signing.token=axm_internal");
        issue(service, "ci", "ci-bot", Role.OPERATOR);
        issue(service, "eve", "eve", Role.VIEWER);
        issue(service, "root", "root", Role.ADMIN);
        return service;
    }

    private static void issue(CounterService service, String id, String name, Role role) {
        apply(
                service,
                new AccessEvent.TokenIssued(
                        id, name, role, HexFormat.of().formatHex(CommandSignature.keyOf("axm_" + id))));
    }

    private static void apply(CounterService service, AccessEvent event) {
        service.bean(AccessTokens.class)
                .apply(new RecordedEvent(
                        "access",
                        1,
                        "token",
                        event.tokenId(),
                        0,
                        "e",
                        "t",
                        event,
                        new EventMetadata("c", "c", null, Actor.LOCAL, null),
                        Instant.EPOCH));
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    @Test
    void aCallFromThisMachineWithoutATokenActsAsLocal() {
        assertThat(post(open, ADD, "a1").status()).isEqualTo(200);
        assertThat(actor(open, "a1")).isEqualTo(Actor.LOCAL);
    }

    @Test
    void aPageInABrowserOrAForeignNameForThisMachineDoesNot() throws Exception {
        Http http = new Http(open.url());
        unauthenticated(http.get("/api/log/head", "Origin", "http://evil.example"), "access.token-missing");
        unauthenticated(http.get("/api/log/head", "X-Forwarded-For", "8.8.8.8"), "access.token-missing");
        assertThat(http.raw("GET /api/log/head HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains(" 401");
        assertThat(http.raw("GET /api/log/head HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .contains(" 200");
        assertThat(http.raw("GET /%61pi/log/head HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .doesNotContain(" 200");
    }

    @Test
    void whereTokensAreRequiredNobodyIsLocal() {
        unauthenticated(post(closed, ADD, "a2"), "access.token-missing");
        unauthenticated(post(closed, ADD, "a2", "Authorization", "Basic eA=="), "access.token-invalid");
        unauthenticated(post(closed, ADD, "a2", "Authorization", "Bearer axm_wrong"), "access.token-invalid");
        assertThat(new Http(closed.url()).get("/health").status()).isEqualTo(200);
    }

    @Test
    void aTokenGivesItsActorAndRole() {
        assertThat(post(closed, ADD, "a3", "Authorization", "Bearer axm_ci").status())
                .isEqualTo(200);
        assertThat(actor(closed, "a3")).isEqualTo(new Actor("ci-bot", Role.OPERATOR));
        assertThat(post(closed, ADD, "a3", "Authorization", "Bearer axm_eve").status())
                .isEqualTo(403);
        assertThat(post(closed, RESET, "a3", "Authorization", "Bearer axm_ci").status())
                .isEqualTo(403);
        assertThat(post(closed, RESET, "a3", "Authorization", "Bearer axm_root").status())
                .isEqualTo(200);
    }

    @Test
    void onlyAxiomsOwnPartsActForAnother() {
        assertThat(post(closed, ADD, "a4", "Authorization", "Bearer axm_internal", "Axiom-Actor", "ann;OPERATOR")
                        .status())
                .isEqualTo(200);
        assertThat(actor(closed, "a4")).isEqualTo(new Actor("ann", Role.OPERATOR));
        unauthenticated(
                post(closed, ADD, "a4", "Authorization", "Bearer axm_root", "Axiom-Actor", "ann;ADMIN"),
                "access.not-yourself");
        unauthenticated(
                post(closed, ADD, "a4", "Authorization", "Bearer axm_internal", "Axiom-Actor", "ann"),
                "access.actor-invalid");
    }

    @Test
    void aRevokedTokenStopsWorking() {
        issue(closed, "short", "short-lived", Role.OPERATOR);
        assertThat(post(closed, ADD, "a5", "Authorization", "Bearer axm_short").status())
                .isEqualTo(200);
        apply(closed, new AccessEvent.TokenRevoked("short", "lost"));
        Awaitility.await()
                .until(() -> post(closed, ADD, "a5", "Authorization", "Bearer axm_short")
                                .status()
                        == 401);
    }

    @Test
    void aCommandOnKafkaIsBelievedByItsSignature() {
        Authenticator authenticator = closed.bean(Authenticator.class);
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        String own = "ci-bot;OPERATOR";
        String signature = CommandSignature.sign(CommandSignature.keyOf("axm_ci"), "id", "type", own, json);
        assertThat(authenticator
                        .authenticate(new Signed("id", "type", own, "ci", signature, json))
                        .actor())
                .isEqualTo(new Actor("ci-bot", Role.OPERATOR));
        String forAnn = CommandSignature.sign(CommandSignature.keyOf("axm_internal"), "id", "type", "ann;ADMIN", json);
        assertThat(authenticator
                        .authenticate(new Signed("id", "type", "ann;ADMIN", "internal", forAnn, json))
                        .actor())
                .isEqualTo(new Actor("ann", Role.ADMIN));
        refused(
                "access.signature-missing",
                () -> authenticator.authenticate(new Signed("id", "type", own, null, null, json)));
        refused(
                "access.signature-invalid",
                () -> authenticator.authenticate(new Signed("other", "type", own, "ci", signature, json)));
        refused(
                "access.signature-invalid",
                () -> authenticator.authenticate(new Signed("id", "type", "root;ADMIN", "ci", signature, json)));
        refused(
                "access.token-invalid",
                () -> authenticator.authenticate(new Signed("id", "type", own, "nobody", signature, json)));
        String claim = CommandSignature.sign(CommandSignature.keyOf("axm_ci"), "id", "type", "root;ADMIN", json);
        refused(
                "access.not-yourself",
                () -> authenticator.authenticate(new Signed("id", "type", "root;ADMIN", "ci", claim, json)));
    }

    private static void refused(String code, ThrowableAssert.ThrowingCallable call) {
        assertThat(ThrowableAssert.catchThrowable(call))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(code));
    }

    private static Http.Answer post(CounterService service, String path, String counter, String... headers) {
        String body = path.equals(ADD)
                ? "{\"counter\":\"" + counter + "\",\"amount\":1}"
                : "{\"counter\":\"" + counter + "\",\"reason\":\"test\"}";
        return new Http(service.url()).post(path, body, headers);
    }

    private static Actor actor(CounterService service, String counter) {
        return service.bean(History.class).stream("counter", counter, History.NOW)
                .getFirst()
                .metadata()
                .actor();
    }

    private static void unauthenticated(Http.Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isPresent();
    }
}
