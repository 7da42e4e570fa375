package io.axiom.deployment.target;

import io.axiom.language.deployment.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Gives instances ports nobody listens on. */
final class Ports {
    private final Map<Integer, String> given = new HashMap<>();

    /** A free port for the instance, kept for it until {@link #release}. */
    synchronized int take(String instanceId, Target.Processes target) throws InstanceFailure {
        Integer first = target.firstPort();
        Integer last = target.lastPort();
        if (first == null) {
            return any(instanceId);
        }
        int end = last == null ? first : last;
        for (int port = first; port <= end; port++) {
            if (!given.containsKey(port) && isFree(port)) {
                given.put(port, instanceId);
                return port;
            }
        }
        throw new InstanceFailure(
                "instance.port-taken",
                "Every port from " + first + " to " + end + " is taken, none is left for " + instanceId + '.',
                "Free a port, or give the environment a wider range.");
    }

    private int any(String instanceId) throws InstanceFailure {
        for (int attempt = 0; attempt < 50; attempt++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.putIfAbsent(socket.getLocalPort(), instanceId) == null) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                break;
            }
        }
        throw new InstanceFailure(
                "instance.port-taken",
                "The system has no free port for " + instanceId + '.',
                "End programs that hold ports, or give the environment a range of its own.");
    }

    /** Notes the port of an instance that was found running. */
    synchronized void keep(String instanceId, int port) {
        given.put(port, instanceId);
    }

    synchronized void release(String instanceId) {
        given.values().removeIf(instanceId::equals);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return false;
        }
        // Someone who listens on every address is not in the way of a bind to one, but is of whoever binds to all.
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
