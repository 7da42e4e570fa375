package io.axiom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where each part listens; all on loopback. */
public record Ports(
        int gateway, int version, int deployment, int migration, int router, int routerAdmin, int postgres, int kafka) {

    /** The documented ones; each can be moved with {@code AXIOM_PORT_<PART>}. */
    public static Ports standard(Map<String, String> environment) {
        return new Ports(
                port(environment, "GATEWAY", 3000),
                port(environment, "VERSION", 3001),
                port(environment, "DEPLOYMENT", 3002),
                port(environment, "MIGRATION", 3003),
                port(environment, "ROUTER", 8080),
                port(environment, "ROUTER_ADMIN", 8081),
                port(environment, "POSTGRES", 15432),
                port(environment, "KAFKA", 19092));
    }

    /** Ports nothing listens on now, for a platform beside another. */
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7]);
        } catch (IOException e) {
            throw new UncheckedIOException("No free ports", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** Those of ours that something else listens on already, for the message that refuses to start. */
    public List<String> taken() {
        List<String> taken = new ArrayList<>();
        Map.of(
                        "gateway",
                        gateway,
                        "version",
                        version,
                        "deployment",
                        deployment,
                        "migration",
                        migration,
                        "postgres",
                        postgres,
                        "kafka",
                        kafka)
                .forEach((part, port) -> {
                    if (isTaken(port)) {
                        taken.add(part + " " + port);
                    }
                });
        taken.sort(String::compareTo);
        return taken;
    }

    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int port(Map<String, String> environment, String part, int standard) {
        String value = environment.get("AXIOM_PORT_" + part);
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below with the same words as a number out of range
        }
        throw new IllegalArgumentException("AXIOM_PORT_" + part + " must be a port from 1 to 65535");
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
