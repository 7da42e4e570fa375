package io.axiom.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A router as a process of its own, in as little memory as the embedded form gives it. */
record RouterProcess(Process process, int port, int adminPort) implements AutoCloseable {

    static Process launch(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RouterApplication.class.getName(),
                        "--port=0",
                        "--admin-port=0",
                        "--home=" + home)
                .redirectError(home.resolve("stderr").toFile())
                .start();
    }

    static RouterProcess start(Path home) throws IOException {
        Process process = launch(home);
        String line = process.inputReader().readLine();
        assertThat(line).startsWith("axiom router ready: public http://127.0.0.1:");
        List<Integer> ports = Pattern.compile("127\\.0\\.0\\.1:(\\d+)")
                .matcher(line)
                .results()
                .map(it -> Integer.valueOf(it.group(1)))
                .toList();
        return new RouterProcess(process, ports.get(0), ports.get(1));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
