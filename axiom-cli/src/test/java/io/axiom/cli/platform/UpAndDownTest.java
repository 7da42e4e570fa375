package io.axiom.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpAndDownTest {
    private static final List<String> PARTS =
            List.of("GATEWAY", "VERSION", "DEPLOYMENT", "MIGRATION", "POSTGRES", "KAFKA", "ROUTER", "ROUTER_ADMIN");

    @TempDir
    private Path folder;

    private final List<Integer> ports = new ArrayList<>();
    private Path home;

    @BeforeEach
    void distribution() throws IOException {
        home = folder.resolve("a home");
        Path lib = Files.createDirectories(folder.resolve("dist").resolve("lib"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(lib.resolve("embedded.jar")))) {
            for (String name : List.of("EmbeddedApplication", "demo/Demo")) {
                String file = "io/axiom/embedded/" + name + ".class";
                jar.putNextEntry(new JarEntry(file));
                try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(jar);
                }
            }
        }
        List<ServerSocket> sockets = new ArrayList<>();
        for (String _ : PARTS) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (ServerSocket socket : sockets) {
            ports.add(socket.getLocalPort());
            socket.close();
        }
    }

    @AfterEach
    void stop() {
        Running.controlPlane(home).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Shell shell() {
        Shell shell = new Shell()
                .with("AXIOM_HOME", home.toString())
                .property("axiom.dist", folder.resolve("dist").toString());
        for (int i = 0; i < PARTS.size(); i++) {
            shell.with("AXIOM_PORT_" + PARTS.get(i), ports.get(i).toString());
        }
        return shell;
    }

    /** The fake platform has this JVM's environment and not the shell's: its ports are given on its command line. */
    private Shell startable() {
        return shell().with(
                        "AXIOM_JAVA_OPTS",
                        "-Dfake.ports="
                                + ports.subList(0, 4).stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(",")));
    }

    @Test
    void up_starts_it_detached_says_what_comes_next_and_down_stops_it() {
        Shell.Result up = startable().run("up");

        assertThat(up.err()).isEmpty();
        assertThat(up.exitCode()).isZero();
        assertThat(up.out())
                .contains("✔ Axiom is up at http://127.0.0.1:" + ports.getFirst(), "Next:\n", "./axiom status");
        assertThat(Running.controlPlane(home)).isPresent();

        Shell.Result again = startable().run("up");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).startsWith("✔ Axiom is already up at");

        Shell.Result down = shell().run("down");
        assertThat(down.out())
                .isEqualTo("✔ Axiom is stopped.\n  Its data stay in " + home + ". Start again with: ./axiom up\n");
        assertThat(Running.controlPlane(home)).isEmpty();
        assertThat(shell().run("down").out()).isEqualTo("Axiom was not running in " + home + ".\n");
    }

    @Test
    void after_a_crash_the_stale_pid_file_is_in_nobodys_way() throws IOException {
        Files.createDirectories(home);
        // Process 1 lives, and is not ours: a pid that was given to another program meanwhile.
        Files.writeString(home.resolve("axiom.pid"), "1\n");

        Shell.Result up = startable().run("up");

        assertThat(up.err())
                .isEqualTo(
                        "  The platform was not stopped the last time (process 1 is gone); it goes on from its data.\n");
        assertThat(up.exitCode()).isZero();
    }

    @Test
    void down_never_stops_a_process_that_is_not_the_platform() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("axiom.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(shell().run("down").out()).startsWith("Axiom was not running");
    }

    @Test
    void a_port_that_is_taken_is_named_with_who_has_it() {
        try (FakeGateway other = new FakeGateway()) {
            Shell.Result up = shell().with("AXIOM_PORT_DEPLOYMENT", Integer.toString(other.port()))
                    .run("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.err())
                    .contains(
                            "✖ A port the platform needs is taken.",
                            "Taken: " + other.port() + " (deployment) by process "
                                    + ProcessHandle.current().pid() + " (",
                            "AXIOM_PORT_DEPLOYMENT=",
                            "Code: up.port-taken");
        }
        assertThat(shell().with("AXIOM_PORT_KAFKA", "many").run("up").err()).contains("AXIOM_PORT_KAFKA is not a port");
    }

    @Test
    void a_platform_that_dies_while_starting_shows_its_last_words() {
        Shell.Result up =
                startable().with("AXIOM_JAVA_OPTS", "-Dfake.fails=true").run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err())
                .contains("  | 2026-11-20T03:00:00.000Z ERROR i.a.e.Platform - The disk is full", "Code: up.stopped");
    }

    @Test
    void what_was_not_built_cannot_be_started() {
        assertThat(new Shell().with("AXIOM_HOME", home.toString()).run("up").err())
                .contains("The platform is not built.", "Code: cli.not-built");
    }

    @Test
    void the_demo_ends_with_its_own_exit_code() {
        assertThat(shell().run("demo", "0").exitCode()).isZero();
        assertThat(shell().run("demo", "1").exitCode()).isEqualTo(1);
    }
}
