package io.axiom.router;

import io.axiom.language.json.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a router runs. Each option is {@code --name value} on the command line, else the system property
 * {@code axiom.router.name}, else the environment variable {@code AXIOM_ROUTER_NAME}; {@code home} and {@code bind} also
 * answer to {@code axiom.home}, {@code axiom.bind} and {@code AXIOM_HOME}, {@code AXIOM_BIND}.
 *
 * @param port public port, 0 for the last one used or any
 * @param adminPort likewise
 * @param bind address of the public port
 * @param adminBind address of the admin port; other than loopback needs a token
 * @param home state is kept in {@code <home>/router}
 * @param adminToken bearer token of the admin side, null for none; only from {@code AXIOM_ROUTER_TOKEN}, never an argument
 * @param connectTimeout to an instance
 * @param responseTimeout from the request's last byte to the answer's first, and for a silent client
 * @param headTimeout for a new connection's first request head; an idle connection has eight times that
 * @param drainTimeout how long requests may go on after SIGTERM
 * @param loops event loops that serve, one connection belongs to one
 * @param maxConnections of clients, more are closed at once
 * @param trustForwarded whether {@code X-Forwarded-*} of clients are kept, for a router behind another proxy
 */
public record RouterOptions(
        int port,
        int adminPort,
        String bind,
        String adminBind,
        Path home,
        @Nullable String adminToken,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration headTimeout,
        Duration drainTimeout,
        int loops,
        int maxConnections,
        boolean trustForwarded) {

    private static final List<String> NAMES = List.of(
            "port",
            "admin-port",
            "bind",
            "admin-bind",
            "home",
            "connect-timeout",
            "response-timeout",
            "head-timeout",
            "drain-timeout",
            "loops",
            "max-connections",
            "trust-forwarded");

    /** Ports chosen by the system, everything else as by default. */
    public static RouterOptions inHome(Path home) {
        return read(List.of("--port", "0", "--admin-port", "0", "--home", home.toString()), _ -> null, _ -> null);
    }

    public RouterOptions withAdminToken(String token) {
        return new RouterOptions(
                port,
                adminPort,
                bind,
                adminBind,
                home,
                token,
                connectTimeout,
                responseTimeout,
                headTimeout,
                drainTimeout,
                loops,
                maxConnections,
                trustForwarded);
    }

    public RouterOptions withResponseTimeout(Duration timeout) {
        return new RouterOptions(
                port,
                adminPort,
                bind,
                adminBind,
                home,
                adminToken,
                connectTimeout,
                timeout,
                headTimeout,
                drainTimeout,
                loops,
                maxConnections,
                trustForwarded);
    }

    /** Throws {@link StartFailed} with what is wrong and what to write instead. */
    public static RouterOptions read(
            List<String> arguments,
            UnaryOperator<@Nullable String> property,
            UnaryOperator<@Nullable String> environment) {
        Map<String, String> given = given(arguments);
        Settings settings = new Settings(given, property, environment);
        return new RouterOptions(
                settings.number("port", 8080, 0, 65_535),
                settings.number("admin-port", 8081, 0, 65_535),
                settings.text("bind", "127.0.0.1"),
                settings.text("admin-bind", "127.0.0.1"),
                Path.of(settings.text("home", System.getProperty("user.home", ".") + "/.axiom")),
                environment.apply("AXIOM_ROUTER_TOKEN"),
                settings.duration("connect-timeout", "1s"),
                settings.duration("response-timeout", "30s"),
                settings.duration("head-timeout", "10s"),
                settings.duration("drain-timeout", "10s"),
                settings.number("loops", Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), 1, 64),
                settings.number("max-connections", 8_192, 1, 1_000_000),
                settings.flag("trust-forwarded"));
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name =
                    argument.startsWith("--") ? argument.substring(2, equals < 0 ? argument.length() : equals) : "";
            if (!NAMES.contains(name)) {
                throw new StartFailed(
                        "Option " + argument + " is not known. Known are --" + String.join(", --", NAMES) + ".");
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new StartFailed("Option " + argument + " needs a value.");
            }
            given.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        return given;
    }

    private record Settings(
            Map<String, String> given,
            UnaryOperator<@Nullable String> property,
            UnaryOperator<@Nullable String> environment) {

        String text(String name, String otherwise) {
            String shared = name.equals("home") || name.equals("bind") ? name : null;
            String[] found = {
                given.get(name),
                property.apply("axiom.router." + name),
                environment.apply(
                        "AXIOM_ROUTER_" + name.toUpperCase(Locale.ROOT).replace('-', '_')),
                shared == null ? null : property.apply("axiom." + shared),
                shared == null ? null : environment.apply("AXIOM_" + shared.toUpperCase(Locale.ROOT)),
            };
            for (String value : found) {
                if (value != null && !value.isBlank()) {
                    return value;
                }
            }
            return otherwise;
        }

        int number(String name, int otherwise, int least, int most) {
            String text = text(name, Integer.toString(otherwise));
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw new StartFailed(
                    "Option --" + name + " is a number from " + least + " to " + most + ", not " + text + ".");
        }

        Duration duration(String name, String otherwise) {
            String text = text(name, otherwise);
            try {
                Duration value = DurationText.parse(text);
                if (value.isPositive()) {
                    return value;
                }
            } catch (IllegalArgumentException _) {
                // said below
            }
            throw new StartFailed("Option --" + name + " is a duration such as 250ms or 5s, not " + text + ".");
        }

        boolean flag(String name) {
            String text = text(name, "false");
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new StartFailed("Option --" + name + " is true or false, not " + text + ".");
            };
        }
    }
}
