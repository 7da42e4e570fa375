package io.axiom.language.migration;

import io.axiom.language.deployment.Strictness;
import org.jspecify.annotations.Nullable;

/**
 * What a database lets pass. What is null is decided by the environment: {@code production} refuses, others warn.
 *
 * @param unproven migrations without a proven way back
 * @param findings open findings of the linter that are errors
 * @param keep whether what a migration destroys is kept, which makes its way back lossless; null for yes
 */
public record MigrationPolicy(
        @Nullable Strictness unproven,
        @Nullable Strictness findings,
        @Nullable Boolean keep) {
    public static final MigrationPolicy USUAL = new MigrationPolicy(null, null, null);
    private static final String PRODUCTION = "production";

    public Strictness unprovenIn(String environment) {
        return unproven == null ? usual(environment) : unproven;
    }

    public Strictness findingsIn(String environment) {
        return findings == null ? usual(environment) : findings;
    }

    public boolean keeps() {
        return keep == null || keep;
    }

    private static Strictness usual(String environment) {
        return environment.equals(PRODUCTION) ? Strictness.REFUSE : Strictness.WARN;
    }
}
