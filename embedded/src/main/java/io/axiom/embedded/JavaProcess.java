package io.axiom.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts another JVM of the same JDK with the same classpath, detached: it outlives this one. */
public final class JavaProcess {
    private JavaProcess() {}

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** This JVM's own, made absolute: other processes may start elsewhere. */
    public static String classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Output goes to {@code log}; the process gets a session of its own so that no terminal's Ctrl-C reaches it. */
    public static Process startDetached(Path log, List<String> jvmOptions, String mainClass, List<String> arguments)
            throws IOException {
        return startDetached(log, jvmOptions, mainClass, arguments, Map.of());
    }

    /** @param environment added to this process's own; where secrets go, which arguments would show to every user */
    public static Process startDetached(
            Path log,
            List<String> jvmOptions,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", java().toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classpath(), mainClass));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return process.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
