package io.axiom.cli.platform;

import io.axiom.cli.Session;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The built platform: the folder of jars the launcher passed as {@code axiom.dist}, run with the JDK that runs us. */
record Distribution(Path libraries) {
    /**
     * Bounds what the control plane takes: PostgreSQL, the router and deployed agents have the rest. What it makes under load is
     * short-lived: with much room for the young, collections are rare, and what stays is copied a few times only.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xms128m",
            "-Xmx768m",
            "-Xmn320m",
            "-XX:MaxTenuringThreshold=4",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    static Distribution of(Session session) {
        String dist = session.properties().get("axiom.dist");
        Path libraries = dist == null ? null : Path.of(dist, "lib");
        if (libraries == null || !Files.isDirectory(libraries)) {
            throw new ProblemException(Problem.local(
                    "cli.not-built",
                    "The platform is not built.",
                    libraries == null ? "The command line was not started by ./axiom." : libraries + " is not there.",
                    "Run ./axiom from the repository: it builds what is missing."));
        }
        return new Distribution(libraries);
    }

    /**
     * A copy of these jars in {@code home}: a running platform must not have its classes replaced under it by the next
     * build. Copies no process uses any more are removed.
     */
    Distribution installedIn(Path home) {
        Path installations = home.resolve("lib");
        Path wanted = installations.resolve(fingerprint());
        try {
            Files.createDirectories(installations);
            if (!Files.isDirectory(wanted)) {
                Path unfinished = Files.createTempDirectory(installations, "unfinished-");
                for (Path jar : jars()) {
                    Files.copy(jar, unfinished.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
                Files.move(unfinished, wanted, StandardCopyOption.ATOMIC_MOVE);
            }
            removeUnused(installations, wanted);
            return new Distribution(wanted);
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "up.not-installed",
                    "The platform's jars could not be copied into its folder.",
                    installations + ": " + e.getMessage(),
                    "Make the folder yours and the disk roomy, or choose another folder with AXIOM_HOME."));
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Changes with every jar's name, size and time. */
    private String fingerprint() {
        try {
            CRC32 sum = new CRC32();
            for (Path jar : jars()) {
                String line = jar.getFileName() + " " + Files.size(jar) + ' '
                        + Files.getLastModifiedTime(jar).toMillis();
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().toHexDigits(sum.getValue(), 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The router, and whatever else outlives the control plane, may still run from an older copy. */
    private static void removeUnused(Path installations, Path wanted) throws IOException {
        List<String> running =
                ProcessHandle.allProcesses().map(Running::commandLine).toList();
        try (Stream<Path> copies = Files.list(installations)) {
            for (Path copy : copies.filter(copy -> !copy.equals(wanted)).toList()) {
                if (running.stream().noneMatch(command -> command.contains(copy.toString()))) {
                    try (Stream<Path> files = Files.walk(copy)) {
                        files.sorted(Comparator.reverseOrder())
                                .forEach(file -> file.toFile().delete());
                    }
                }
            }
        }
    }

    /** The command that runs {@code mainClass}. */
    List<String> command(Session session, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        String more = session.variable("AXIOM_JAVA_OPTS");
        if (more != null) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(List.of("-cp", libraries.resolve("*").toString(), mainClass));
        command.addAll(arguments);
        return command;
    }
}
