package io.axiom.samples;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the agent behaves. Each option is given as {@code --fail-rate 0.4} or as the environment variable {@code FAIL_RATE}, so
 * that a deployment's configuration can decide it; the argument wins.
 *
 * @param host address it listens on, loopback unless told
 * @param port where it listens, 0 for any
 * @param failRate share of requests answered with 500, 0 to 1
 * @param failAfterRequests from this request on every answer is a 500; negative for never
 * @param unhealthy {@code /health} answers 503
 * @param crashAtStart exits with status 3 before listening
 * @param crashAfter exits with status 4 after this long; zero for never
 * @param slowStart waits this long before listening
 * @param show environment variables whose values {@code /} answers with
 */
record AgentOptions(
        String version,
        String host,
        int port,
        double failRate,
        long failAfterRequests,
        Duration latency,
        boolean unhealthy,
        boolean crashAtStart,
        Duration crashAfter,
        Duration slowStart,
        List<String> show) {
    private static final Set<String> FLAGS = Set.of("unhealthy", "crash-at-start");
    private static final Set<String> VALUES = Set.of(
            "version",
            "host",
            "port",
            "fail-rate",
            "fail-after-requests",
            "latency-ms",
            "crash-after",
            "slow-start",
            "show");

    static AgentOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        FLAGS.forEach(flag -> fromEnvironment(environment, flag, given));
        VALUES.forEach(option -> fromEnvironment(environment, option, given));
        given.computeIfAbsent("version", _ -> environment.getOrDefault("AXIOM_VERSION", "unknown"));
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (FLAGS.contains(option)) {
                given.put(option, "true");
            } else if (VALUES.contains(option) && i + 1 < arguments.length) {
                given.put(option, arguments[++i]);
            } else {
                throw new IllegalArgumentException("Unknown option " + arguments[i] + "; known: --"
                        + String.join(", --", FLAGS) + ", --" + String.join(", --", VALUES));
            }
        }
        return new AgentOptions(
                given.getOrDefault("version", "unknown"),
                given.getOrDefault("host", "127.0.0.1"),
                Integer.parseInt(given.getOrDefault("port", "0")),
                Double.parseDouble(given.getOrDefault("fail-rate", "0")),
                Long.parseLong(given.getOrDefault("fail-after-requests", "-1")),
                Duration.ofMillis(Long.parseLong(given.getOrDefault("latency-ms", "0"))),
                Boolean.parseBoolean(given.get("unhealthy")),
                Boolean.parseBoolean(given.get("crash-at-start")),
                millis(given.getOrDefault("crash-after", "0")),
                millis(given.getOrDefault("slow-start", "0")),
                List.of(given.getOrDefault("show", "GREETING,MODEL").split(",")));
    }

    private static void fromEnvironment(Map<String, String> environment, String option, Map<String, String> given) {
        String value = environment.get(option.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        if (value != null && !option.equals("version")) {
            given.put(option, value);
        }
    }

    /** {@code 2s}, {@code 500ms}, or a number of milliseconds. */
    private static Duration millis(String text) {
        if (text.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
        }
        if (text.endsWith("s")) {
            return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
