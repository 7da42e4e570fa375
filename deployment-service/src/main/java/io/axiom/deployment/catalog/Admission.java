package io.axiom.deployment.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Strictness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a version may still be deployed. Yanked ones never; the environment's policy decides about others on their way out. */
final class Admission {
    private Admission() {}

    /** What should keep one from it. Throws the refusal when it must not be. */
    static List<String> check(KnownVersion version, Policy policy, Instant now) {
        return switch (version.status()) {
            case ACTIVE -> List.of();
            case YANKED ->
                throw refused(
                        version,
                        "version.yanked",
                        "Version " + version.name() + " was yanked and cannot be deployed.",
                        "");
            case DEPRECATED -> {
                String how = version.holds(now) ? " is deprecated" : " will be deprecated from " + version.since();
                yield admit(
                        version,
                        version.holds(now),
                        Objects.requireNonNullElse(policy.deprecatedVersions(), Strictness.WARN),
                        "version.deprecated",
                        "deprecatedVersions",
                        version.name() + how + because(version));
            }
            case ENDED -> {
                String how = version.holds(now) ? " has reached its end of life" : " ends at " + version.since();
                yield admit(
                        version,
                        version.holds(now),
                        Objects.requireNonNullElse(policy.endedVersions(), Strictness.REFUSE),
                        "version.ended",
                        "endedVersions",
                        version.name() + how + because(version));
            }
        };
    }

    private static List<String> admit(
            KnownVersion version, boolean holds, Strictness strictness, String code, String field, String sentence) {
        if (holds && strictness == Strictness.REFUSE) {
            throw refused(
                    version,
                    code,
                    sentence + " The environment's policy refuses it.",
                    ", or have the environment's policy warn instead (" + field + ")");
        }
        return List.of(sentence);
    }

    private static String because(KnownVersion version) {
        String replacement = version.replacement();
        return ": " + Texts.sentence(String.valueOf(version.reason()))
                + (replacement == null ? "" : " Use " + replacement + " instead.");
    }

    private static RejectedException refused(KnownVersion version, String code, String detail, String otherwise) {
        @Nullable String replacement = version.replacement();
        String next = replacement == null
                ? "Deploy another version: axiom version list " + version.component()
                : "Deploy " + replacement;
        return new RejectedException(new Rejection(
                code,
                Kind.CONFLICT,
                detail,
                next + otherwise,
                Map.of("component", version.component(), "version", version.version())));
    }
}
