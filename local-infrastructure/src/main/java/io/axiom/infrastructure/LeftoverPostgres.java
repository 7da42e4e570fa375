package io.axiom.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the process that started it. */
final class LeftoverPostgres {
    private LeftoverPostgres() {}

    static Optional<ProcessHandle> running(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> leftover = running(data).filter(ProcessHandle::isAlive);
        if (leftover.isEmpty()) {
            return;
        }
        long pid = leftover.get().pid();
        try {
            // SIGINT is PostgreSQL's fast shutdown: clients are disconnected, the data is left consistent.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            leftover.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the PostgreSQL left running on " + data, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "A PostgreSQL left running on " + data + " (pid " + pid + ") does not stop; stop it by hand", e);
        }
    }
}
