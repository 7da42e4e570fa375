package io.axiom.deployment.rollout;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a release is watched with and fills in what is left open. */
public final class WatchRules {
    private static final Set<String> TYPES = Set.of("http", "tcp", "process", "command");
    private static final Set<String> LATER = Set.of("database", "redis", "metric");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

    private WatchRules() {}

    static List<HealthCheck> complete(@Nullable List<HealthCheck> asked, Defaults defaults) {
        Validation.size("healthChecks", asked, 20);
        List<HealthCheck> checks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (HealthCheck check : asked == null || asked.isEmpty() ? List.of(HealthCheck.process()) : asked) {
            HealthCheck complete = complete(check, checks.size() + 1, defaults);
            if (!ids.add(complete.id())) {
                throw Validation.invalid(
                        "healthChecks",
                        "Two checks have the id " + Validation.shown(String.valueOf(complete.id())) + '.',
                        "Give each check its own id.");
            }
            checks.add(complete);
        }
        return List.copyOf(checks);
    }

    private static HealthCheck complete(HealthCheck check, int number, Defaults defaults) {
        String type = check.type() == null ? "" : check.type().toLowerCase(Locale.ROOT);
        type = type.equals("api") ? "http" : type;
        if (!TYPES.contains(type)) {
            throw unsupported(String.valueOf(check.type()), LATER.contains(type));
        }
        if (type.equals("command")
                && (check.command() == null || check.command().isEmpty())) {
            throw Validation.invalid(
                    "healthChecks", "A check of type command has no command.", "Give the program and its arguments.");
        }
        Validation.texts("healthChecks", check.command(), 100, 4000);
        Validation.text("healthChecks", check.id(), 0, 60);
        Validation.text("healthChecks", check.name(), 0, 200);
        Validation.text("healthChecks", check.endpoint(), 0, 2000);
        Validation.number("healthChecks", check.port(), 1, 65_535);
        Validation.number("healthChecks", check.expectedStatus(), 100, 599);
        Validation.number("healthChecks", check.retries(), 0, 20);
        Validation.number("healthChecks", check.successThreshold(), 1, 100);
        Validation.number("healthChecks", check.failureThreshold(), 1, 100);
        Validation.duration("healthChecks", check.timeout(), Duration.ofMillis(1), Duration.ofMinutes(10));
        Validation.duration("healthChecks", check.interval(), Duration.ofMillis(50), Duration.ofMinutes(10));
        Validation.duration("healthChecks", check.initialDelay(), Duration.ZERO, Duration.ofMinutes(30));
        String method = check.method() == null ? "GET" : check.method().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw Validation.invalid(
                    "healthChecks", "A check cannot use method " + Validation.shown(method) + '.', "Use GET.");
        }
        boolean http = type.equals("http");
        return new HealthCheck(
                check.id() == null || check.id().isBlank() ? (number == 1 ? type : type + '-' + number) : check.id(),
                check.name(),
                type,
                http && check.endpoint() == null ? "/health" : check.endpoint(),
                http ? method : null,
                check.expectedStatus(),
                check.port(),
                check.command() == null ? null : List.copyOf(check.command()),
                or(check.timeout(), defaults.healthCheckTimeout()),
                or(check.retries(), 0),
                or(check.interval(), Duration.ofSeconds(1)),
                or(check.initialDelay(), Duration.ZERO),
                or(check.successThreshold(), 1),
                or(check.failureThreshold(), 3));
    }

    private static RejectedException unsupported(String type, boolean later) {
        return new RejectedException(new Rejection(
                "health.type-unsupported",
                Rejection.Kind.UNPROCESSABLE,
                "The type of check " + Validation.shown(type) + (later ? " is not available yet." : " is not known."),
                "Use http (or api), tcp, process or command; a command can check anything else."));
    }

    static Thresholds complete(@Nullable Thresholds asked, @Nullable Thresholds policy, Defaults defaults) {
        check(asked);
        Thresholds mine = asked == null ? Thresholds.DEFAULTS : asked;
        Thresholds standard = policy == null ? Thresholds.DEFAULTS : policy;
        Duration latency = mine.latencyP99() == null ? standard.latencyP99() : mine.latencyP99();
        return new Thresholds(
                or(mine.errorRatePercent(), or(standard.errorRatePercent(), defaults.errorRatePercent())),
                latency,
                or(mine.minimumRequests(), or(standard.minimumRequests(), 5)),
                or(mine.minimumErrors(), or(standard.minimumErrors(), 3)),
                or(mine.window(), or(standard.window(), Duration.ofSeconds(10))));
    }

    /** Refuses thresholds nothing could be judged by. */
    public static void check(@Nullable Thresholds thresholds) {
        if (thresholds == null) {
            return;
        }
        Double rate = thresholds.errorRatePercent();
        if (rate != null && !(rate >= 0 && rate <= 100)) {
            throw Validation.invalid(
                    "thresholds", "The error rate threshold is " + rate + ".", "Give a percentage from 0 to 100.");
        }
        Validation.duration("thresholds", thresholds.latencyP99(), Duration.ofMillis(1), Duration.ofMinutes(5));
        Validation.number("thresholds", thresholds.minimumRequests(), 1, 1_000_000);
        Validation.number("thresholds", thresholds.minimumErrors(), 1, 1_000_000);
        Validation.duration("thresholds", thresholds.window(), Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private static <T> T or(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }
}
