package io.axiom.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the platform where only starting and stopping it is tested: says what it says, answers /health. */
public final class EmbeddedApplication {
    private EmbeddedApplication() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[1]);
        System.out.println("2026-11-20T03:00:00.000Z INFO  i.a.e.Platform - postgres is up");
        if (Boolean.getBoolean("fake.fails")) {
            System.out.println("2026-11-20T03:00:00.000Z ERROR i.a.e.Platform - The disk is full");
            return;
        }
        Files.writeString(home.resolve("axiom.pid"), ProcessHandle.current().pid() + "\n");
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> home.resolve("axiom.pid").toFile().delete()));
        for (String port : System.getProperty("fake.ports").split(",")) {
            HttpServer part = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
            part.createContext("/health", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            part.start();
        }
    }
}
