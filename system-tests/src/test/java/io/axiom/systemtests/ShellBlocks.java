package io.axiom.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell commands a page of the documentation shows, run as a reader would. */
final class ShellBlocks {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    private ShellBlocks() {}

    record Ran(String commands, int exitCode, String output) {}

    static List<String> of(Path page) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** The lines of output a page shows; it may leave out others, and what differs each time. */
    static List<String> outputOf(Path page) throws IOException {
        return OUTPUT.matcher(Files.readString(page))
                .results()
                .flatMap(result -> result.group(1).lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    static Ran run(String commands, Path folder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("axiom-docs", ".out");
        Process process = new ProcessBuilder("bash", "-e", "-u", "-o", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Ran(commands, -1, "did not end within 120 s\n" + Files.readString(output));
        }
        return new Ran(commands, process.exitValue(), Files.readString(output));
    }
}
