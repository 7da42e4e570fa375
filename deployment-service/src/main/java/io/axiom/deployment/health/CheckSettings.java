package io.axiom.deployment.health;

import io.axiom.language.deployment.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A check with every default filled in. */
public record CheckSettings(
        String name,
        String type,
        String endpoint,
        String method,
        @Nullable Integer expectedStatus,
        @Nullable Integer port,
        List<String> command,
        Duration timeout,
        int retries,
        Duration interval,
        Duration initialDelay,
        int successThreshold,
        int failureThreshold) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** @param defaultTimeout {@code HEALTH_CHECK_TIMEOUT} */
    public static CheckSettings of(HealthCheck check, Duration defaultTimeout) {
        String type = typeOf(check);
        return new CheckSettings(
                firstOf(check.id(), check.name(), type),
                type,
                firstOf(check.endpoint(), "/health"),
                firstOf(check.method(), "GET"),
                check.expectedStatus(),
                check.port(),
                check.command() == null ? List.of() : List.copyOf(check.command()),
                check.timeout() == null ? defaultTimeout : check.timeout(),
                check.retries() == null ? 0 : check.retries(),
                check.interval() == null ? SECOND : check.interval(),
                check.initialDelay() == null ? Duration.ZERO : check.initialDelay(),
                check.successThreshold() == null ? 1 : check.successThreshold(),
                check.failureThreshold() == null ? 3 : check.failureThreshold());
    }

    /** {@code api}, the source document's word, means http. */
    private static String typeOf(HealthCheck check) {
        String type = check.type().toLowerCase(Locale.ROOT);
        return type.equals("api") ? "http" : type;
    }

    private static String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return "";
    }
}
