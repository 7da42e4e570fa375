package io.axiom.deployment.health;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Passes when a program exits with 0. It finds {@code PORT}, {@code HOST} and {@code INSTANCE_ID} in its environment. */
final class CommandProbe implements Probe {
    private final CheckSettings check;

    CommandProbe(CheckSettings check) {
        this.check = check;
    }

    @Override
    public Result attempt(Endpoint endpoint, Duration timeout) throws InterruptedException {
        String program = check.command().getFirst();
        try {
            List<String> command = check.command().stream()
                    .map(argument -> argument.replace("${PORT}", Integer.toString(endpoint.port())))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            String path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
            builder.environment().clear();
            builder.environment()
                    .putAll(Map.of(
                            "PATH", path,
                            "PORT", Integer.toString(endpoint.port()),
                            "HOST", endpoint.host(),
                            "INSTANCE_ID", endpoint.instanceId()));
            return run(builder.start(), program, endpoint, timeout);
        } catch (IOException e) {
            return Result.failed(
                    "health.command-not-found",
                    "The check's program \"" + program + "\" cannot be started.",
                    "Install it on the target, or correct the check's command.");
        }
    }

    private static Result run(Process process, String program, Endpoint endpoint, Duration timeout)
            throws InterruptedException {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return Result.failed(
                        "health.timeout",
                        "The check \"" + program + "\" for " + endpoint.instanceId() + " did not end in "
                                + timeout.toMillis() + " ms.",
                        "Make the check faster, or give it a longer timeout.");
            }
            int status = process.exitValue();
            return status == 0
                    ? Result.passed(program + " exited with 0")
                    : Result.failed(
                            "health.command-status",
                            "The check \"" + program + "\" for " + endpoint.instanceId() + " exited with " + status
                                    + '.',
                            "Run it by hand with PORT=" + endpoint.port() + " to see why.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
