package io.axiom.language.deployment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to tell whether an instance works. The fields are those of the source document, so its configurations work as
 * written; every field but {@code type} may be left out.
 *
 * @param type {@code http} (also {@code api}), {@code tcp}, {@code process}, {@code command}
 * @param endpoint path such as {@code /health}, or an absolute URL to check something other than the instance itself
 * @param port instead of the instance's own port, for tcp
 * @param command run for type command with PORT and INSTANCE_ID set; healthy when it exits 0
 * @param timeout of one attempt, default {@code HEALTH_CHECK_TIMEOUT}
 * @param retries attempts after the first before the check counts as failed once
 * @param successThreshold consecutive passes until healthy
 * @param failureThreshold consecutive failures until unhealthy
 */
public record HealthCheck(
        @Nullable String id,
        @Nullable String name,
        String type,
        @Nullable String endpoint,
        @Nullable String method,
        @Nullable Integer expectedStatus,
        @Nullable Integer port,
        @Nullable List<String> command,
        @Nullable Duration timeout,
        @Nullable Integer retries,
        @Nullable Duration interval,
        @Nullable Duration initialDelay,
        @Nullable Integer successThreshold,
        @Nullable Integer failureThreshold) {

    public static HealthCheck http(String endpoint) {
        return new HealthCheck(
                "http", null, "http", endpoint, null, null, null, null, null, null, null, null, null, null);
    }

    public static HealthCheck process() {
        return new HealthCheck(
                "process", null, "process", null, null, null, null, null, null, null, null, null, null, null);
    }
}
