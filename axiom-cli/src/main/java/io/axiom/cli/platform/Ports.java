package io.axiom.cli.platform;

import io.axiom.cli.Session;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports the platform on this machine listens on; each can be moved with {@code AXIOM_PORT_<PART>}. */
final class Ports {
    private static final Map<String, Integer> CONTROL_PLANE = new LinkedHashMap<>();
    private static final Map<String, Integer> ROUTER = new LinkedHashMap<>();

    static {
        CONTROL_PLANE.put("GATEWAY", 3000);
        CONTROL_PLANE.put("VERSION", 3001);
        CONTROL_PLANE.put("DEPLOYMENT", 3002);
        CONTROL_PLANE.put("MIGRATION", 3003);
        CONTROL_PLANE.put("POSTGRES", 15432);
        CONTROL_PLANE.put("KAFKA", 19092);
        ROUTER.put("ROUTER", 8080);
        ROUTER.put("ROUTER_ADMIN", 8081);
    }

    private Ports() {}

    /** Refuses to start when something else is there already; what is left of this installation is not something else. */
    static void requireFree(Session session, Path home) {
        Map<String, Integer> wanted = new LinkedHashMap<>(CONTROL_PLANE);
        if (Running.router(home).isEmpty()) {
            wanted.putAll(ROUTER);
        }
        if (Running.postgres(home).isPresent()) {
            wanted.remove("POSTGRES");
        }
        StringBuilder taken = new StringBuilder();
        String first = "";
        for (Map.Entry<String, Integer> part : wanted.entrySet()) {
            int port = port(session, part.getKey(), part.getValue());
            if (PortHolder.taken(port)) {
                taken.append(taken.isEmpty() ? "" : "; ")
                        .append(port + " (" + part.getKey().toLowerCase(java.util.Locale.ROOT) + ") by "
                                + PortHolder.describe(port));
                first = first.isEmpty() ? "AXIOM_PORT_" + part.getKey() + "=" + (port + 10_000) : first;
            }
        }
        if (!taken.isEmpty()) {
            throw new ProblemException(Problem.local(
                    "up.port-taken",
                    "A port the platform needs is taken.",
                    "Taken: " + taken + ".",
                    "Stop that program, or move the platform's port: " + first + ' ' + session.command() + " up"));
        }
    }

    /** Where the parts answer that make a platform ready, the gateway at {@code gateway}. */
    static List<String> parts(Session session, String gateway) {
        return List.of(
                gateway,
                "http://127.0.0.1:" + port(session, "VERSION", 3001),
                "http://127.0.0.1:" + port(session, "DEPLOYMENT", 3002),
                "http://127.0.0.1:" + port(session, "MIGRATION", 3003));
    }

    private static int port(Session session, String part, int standard) {
        String chosen = session.variable("AXIOM_PORT_" + part);
        if (chosen == null) {
            return standard;
        }
        if (chosen.matches("[1-9][0-9]{0,4}") && Integer.parseInt(chosen) < 65_536) {
            return Integer.parseInt(chosen);
        }
        throw new ProblemException(Problem.local(
                "up.port-invalid",
                "AXIOM_PORT_" + part + " is not a port.",
                "It is \"" + chosen + "\".",
                "Give a number from 1 to 65535."));
    }
}
