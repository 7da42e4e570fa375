package io.axiom.cli.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Processes of this installation, known by their pid files and by what they say they are: a pid alone may be reused. */
final class Running {
    static final String CONTROL_PLANE = "io.axiom.embedded.EmbeddedApplication";
    static final String ROUTER = "io.axiom.router.RouterApplication";

    private Running() {}

    /** The control plane of {@code home}, when it runs. */
    static Optional<ProcessHandle> controlPlane(Path home) {
        return named(home.resolve("axiom.pid"), CONTROL_PLANE);
    }

    /** The router of {@code home}, also one whose pid file was lost or overwritten: it outlives many control planes. */
    static Optional<ProcessHandle> router(Path home) {
        return named(home.resolve("router").resolve("pid"), ROUTER)
                .or(() -> ProcessHandle.allProcesses()
                        .filter(process -> isRouterOf(home, process))
                        .findFirst());
    }

    private static boolean isRouterOf(Path home, ProcessHandle process) {
        String command = commandLine(process) + ' ';
        return command.contains(ROUTER + ' ') && command.contains(" --home " + home + ' ');
    }

    /** The database server of {@code home}; after a crash of the control plane it is still there, and is stopped by the next start. */
    static Optional<ProcessHandle> postgres(Path home) {
        Path data = home.resolve("postgres");
        return process(data.resolve("postmaster.pid"))
                .filter(process -> commandLine(process).contains(data.toString()));
    }

    private static Optional<ProcessHandle> named(Path pidFile, String mainClass) {
        return process(pidFile).filter(process -> commandLine(process).contains(mainClass));
    }

    /** A deployed instance: its environment names it. */
    static Optional<ProcessHandle> instance(Path folder) {
        String marker = "AXIOM_INSTANCE_ID=" + folder.getFileName();
        return process(folder.resolve("pid"))
                .filter(process -> environment(process).contains(marker));
    }

    /** The process a pid file names, when it lives. */
    static Optional<ProcessHandle> process(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readString(pidFile).strip().split("\\s")[0]))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The whole command line; ProcessHandle's own is cut short or missing on some systems. */
    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
