package io.axiom.deployment.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Passes when a connection is accepted. */
final class TcpProbe implements Probe {
    private final CheckSettings check;

    TcpProbe(CheckSettings check) {
        this.check = check;
    }

    @Override
    public Result attempt(Endpoint endpoint, Duration timeout) {
        int port = check.port() == null ? endpoint.port() : check.port();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), port), (int) Math.max(1, timeout.toMillis()));
            return Result.passed("port " + port + " accepts connections");
        } catch (IOException e) {
            return Result.failed(
                    "health.tcp-refused",
                    "Nothing accepts connections on " + endpoint.host() + ':' + port + " of " + endpoint.instanceId()
                            + '.',
                    "Let the program listen on the port in its PORT variable.");
        }
    }
}
