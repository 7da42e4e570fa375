package io.axiom.deployment.target;

import io.axiom.language.version.RunSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts an instance's program in a session of its own, so that signals to the control plane's terminal do not reach it. The
 * shell in between writes the pid file without clobbering ({@code set -C}, POSIX) and then becomes the program: of two
 * starts that race only one gets that far.
 */
final class Launch {
    /** Exit status of the shell when the pid file was there already or could not be written. */
    static final int NOT_FIRST = 98;

    private static final String WRAPPER =
            "set -C; { echo $$ > \"$0\"; } 2>/dev/null || exit " + NOT_FIRST + "; exec \"$@\"";

    private Launch() {}

    static Path workingDirectory(RunSpec run, InstanceFolder folder) throws InstanceFailure {
        String given = run.workingDirectory();
        if (given == null) {
            return folder.path();
        }
        Path directory = Path.of(given);
        if (!Files.isDirectory(directory)) {
            throw new InstanceFailure(
                    "instance.working-directory-missing",
                    "The working directory " + directory + " does not exist.",
                    "Create it, or register the version again with the right one; then retry.");
        }
        return directory;
    }

    static Process start(
            InstanceSpec spec, InstanceFolder folder, Path workingDirectory, Map<String, String> environment, int port)
            throws InstanceFailure, IOException {
        List<String> program = new ArrayList<>();
        for (String argument : spec.release().run().command()) {
            program.add(argument.replace("${PORT}", Integer.toString(port)));
        }
        checkProgram(spec, program, workingDirectory, environment);
        List<String> command = new ArrayList<>();
        command.addAll(List.of("setsid", "sh", "-c", WRAPPER, folder.pidFile().toString()));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.output().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void checkProgram(
            InstanceSpec spec, List<String> program, Path workingDirectory, Map<String, String> environment)
            throws InstanceFailure {
        String name = program.isEmpty() ? "" : program.getFirst();
        boolean found;
        if (name.indexOf('/') >= 0) {
            found = isProgram(workingDirectory.resolve(name));
        } else {
            found = false;
            for (String folder : environment
                    .getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin")
                    .split(":", -1)) {
                found |= !name.isEmpty()
                        && isProgram(workingDirectory.resolve(folder).resolve(name));
            }
        }
        if (!found) {
            throw new InstanceFailure(
                    "instance.command-not-found",
                    "The program \"" + io.axiom.language.Texts.shorten(name, 120) + "\" of version "
                            + spec.release().version() + " was not found or may not be executed.",
                    "Install it on the target, or register the version again with the right command; then retry.");
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
