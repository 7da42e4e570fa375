package io.axiom.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Strictness;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionView.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-03-01T00:00:00Z");
    private static final Policy STRICT =
            new Policy(null, null, null, null, null, null, null, Strictness.REFUSE, Strictness.REFUSE);
    private static final Policy LENIENT =
            new Policy(null, null, null, null, null, null, null, Strictness.WARN, Strictness.WARN);

    @Test
    void anActiveVersionIsWelcome() {
        assertThat(warnings(Status.ACTIVE, null, STRICT)).isEmpty();
    }

    @Test
    void aYankedVersionIsNeverDeployed() {
        assertThat(code(Status.YANKED, null, LENIENT)).isEqualTo("version.yanked");
    }

    @Test
    void aDeprecatedVersionIsWarnedOfUnlessThePolicyRefusesIt() {
        assertThat(warnings(Status.DEPRECATED, null, Policy.DEFAULTS))
                .containsExactly("agent 1.0.0 is deprecated: slow. Use 1.1.0 instead.");
        assertThat(code(Status.DEPRECATED, NOW, STRICT)).isEqualTo("version.deprecated");
    }

    @Test
    void anEndedVersionIsRefusedUnlessThePolicyOnlyWarns() {
        assertThat(code(Status.ENDED, NOW, Policy.DEFAULTS)).isEqualTo("version.ended");
        assertThat(warnings(Status.ENDED, NOW, LENIENT))
                .containsExactly("agent 1.0.0 has reached its end of life: slow. Use 1.1.0 instead.");
    }

    @Test
    void whatIsOnlyAnnouncedIsWarnedOf() {
        assertThat(warnings(Status.DEPRECATED, LATER, STRICT))
                .containsExactly("agent 1.0.0 will be deprecated from 2027-03-01T00:00:00Z: slow. Use 1.1.0 instead.");
        assertThat(warnings(Status.ENDED, LATER, STRICT))
                .containsExactly("agent 1.0.0 ends at 2027-03-01T00:00:00Z: slow. Use 1.1.0 instead.");
    }

    private static List<String> warnings(Status status, @Nullable Instant since, Policy policy) {
        return Admission.check(version(status, since), policy, NOW);
    }

    private static String code(Status status, @Nullable Instant since, Policy policy) {
        String[] code = new String[1];
        assertThatThrownBy(() -> Admission.check(version(status, since), policy, NOW))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> code[0] = e.rejection().code());
        return code[0];
    }

    private static KnownVersion version(Status status, @Nullable Instant since) {
        return new KnownVersion("agent", "1.0.0", RunSpec.of("agent"), List.of(), status, since, "slow", "1.1.0");
    }
}
