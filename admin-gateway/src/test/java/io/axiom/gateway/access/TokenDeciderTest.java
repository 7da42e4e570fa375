package io.axiom.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Role;
import io.axiom.language.access.AccessCommand;
import io.axiom.language.access.AccessCommand.IssueToken;
import io.axiom.language.access.AccessCommand.RevokeToken;
import io.axiom.language.access.AccessEvent;
import io.axiom.language.access.AccessEvent.TokenIssued;
import io.axiom.language.access.AccessEvent.TokenRevoked;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenDeciderTest {
    private static final String DIGEST = Secrets.digest("axm_example");
    private static final TokenIssued ISSUED = new TokenIssued("ci", "ci", Role.OPERATOR, DIGEST);

    private final TokenDecider decider = new TokenDecider();

    @Test
    void aTokenIsIssuedByItsDigestOnly() {
        assertThat(accepted(List.of(), new IssueToken("ci", "ci", Role.OPERATOR, DIGEST)))
                .containsExactly(ISSUED);
    }

    @Test
    void anIdIsNeverUsedTwiceNotEvenAfterRevoking() {
        IssueToken again = new IssueToken("ci", "other", Role.ADMIN, DIGEST);
        assertThat(refusal(List.of(ISSUED), again)).isEqualTo("token.exists");
        assertThat(refusal(List.of(ISSUED, new TokenRevoked("ci", "leaked")), again))
                .isEqualTo("token.exists");
    }

    @Test
    void aTokenIsRevokedOnce() {
        RevokeToken revoke = new RevokeToken("ci", "leaked");
        assertThat(accepted(List.of(ISSUED), revoke)).containsExactly(new TokenRevoked("ci", "leaked"));
        assertThat(accepted(List.of(ISSUED, new TokenRevoked("ci", "leaked")), revoke))
                .isEmpty();
    }

    @Test
    void whatIsNotAllowedIsRefusedByCode() {
        assertThat(refusal(List.of(), new RevokeToken("ci", "leaked"))).isEqualTo("token.unknown");
        assertThat(refusal(List.of(ISSUED), new RevokeToken("ci", " "))).isEqualTo("request.field-missing");
        assertThat(refusal(List.of(), new IssueToken("ci", "a;b", Role.ADMIN, DIGEST)))
                .isEqualTo("token.name-invalid");
        assertThat(refusal(List.of(), new IssueToken("ci", "a\nb", Role.ADMIN, DIGEST)))
                .isEqualTo("token.name-invalid");
        assertThat(refusal(List.of(), new IssueToken("ci", "x", Role.SERVICE, DIGEST)))
                .isEqualTo("token.role-invalid");
        assertThat(refusal(List.of(), new IssueToken("ci", "x", Role.VIEWER, "axm_secret")))
                .isEqualTo("token.digest-invalid");
        assertThat(refusal(List.of(), new IssueToken("C I", "x", Role.VIEWER, DIGEST)))
                .isEqualTo("request.name-invalid");
    }

    private List<AccessEvent> accepted(List<AccessEvent> given, AccessCommand when) {
        return ((Decision.Accepted<AccessEvent>) decide(given, when)).events();
    }

    private String refusal(List<AccessEvent> given, AccessCommand when) {
        return ((Decision.Refused<AccessEvent>) decide(given, when)).rejection().code();
    }

    private Decision<AccessEvent> decide(List<AccessEvent> given, AccessCommand when) {
        Token state = decider.initial();
        for (AccessEvent event : given) {
            state = decider.evolve(state, event);
        }
        return decider.decide(
                state,
                when,
                CommandContext.of("c1", new Actor("ada", Role.ADMIN), Instant.parse("2026-11-20T03:00:00Z")));
    }
}
