package io.axiom.cli.platform;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.text.Times;
import io.axiom.language.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code axiom up}. */
@Command(
        name = "up",
        description = {
            "Start the platform on this machine, to run on after this command.",
            "That is PostgreSQL, Kafka, every service and the router. The data stay in AXIOM_HOME (default ~/.axiom), through restarts and crashes."
        },
        footer = "  axiom up")
public final class Up extends Action {
    @Override
    protected int run() {
        Path home = session().home();
        String url = axiom().gatewayUrl();
        Optional<ProcessHandle> running = Running.controlPlane(home);
        Path log = home.resolve("logs").resolve("axiom.log");
        if (running.isPresent()) {
            ProcessHandle process = running.get();
            boolean wasReady = Startup.ready(url);
            if (!wasReady) {
                new Startup(session(), ink(), Ports.parts(session(), url), log, size(log)).await(process::isAlive);
            }
            report(home, url, process.pid(), wasReady ? "is already up" : "is up", null);
            return ExitCode.DONE;
        }
        Distribution distribution = Distribution.of(session());
        forgetDeadProcess(home);
        Ports.requireFree(session(), home);
        long logStart = size(log);
        Process process = start(distribution.installedIn(home), home, log);
        Duration took =
                new Startup(session(), ink(), Ports.parts(session(), url), log, logStart).await(process::isAlive);
        report(home, url, process.pid(), "is up", took);
        return ExitCode.DONE;
    }

    /** After a crash or a power cut the pid file is still there; say so, for whoever wonders what happened. */
    private void forgetDeadProcess(Path home) {
        Path pid = home.resolve("axiom.pid");
        try {
            if (Files.exists(pid)) {
                session()
                        .err()
                        .println("  The platform was not stopped the last time (process "
                                + Files.readString(pid).strip() + " is gone); it goes on from its data.");
                session().err().flush();
                Files.delete(pid);
            }
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private Process start(Distribution distribution, Path home, Path log) {
        try {
            Files.createDirectories(log.getParent());
            List<String> command = new ArrayList<>();
            command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
            command.addAll(distribution.command(session(), Running.CONTROL_PLANE, List.of("--home", home.toString())));
            return new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static ProblemException unusable(Path home, IOException e) {
        return new ProblemException(Problem.local(
                "up.home-unusable",
                "The platform's folder " + home + " cannot be used.",
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Make it yours and writable, or choose another with AXIOM_HOME."));
    }

    private void report(Path home, String url, long pid, String what, @Nullable Duration took) {
        show(
                Json.mapper()
                        .valueToTree(new Fields()
                                .with("url", url)
                                .with("pid", pid)
                                .with("home", home.toString())
                                .with("startedInMillis", took == null ? null : took.toMillis())),
                () -> {
                    String command = session().command();
                    line(ink().good("✔") + " Axiom " + what + " at " + ink().strong(url) + "  (process " + pid
                            + (took == null ? "" : ", ready in " + Times.span(took)) + ")");
                    line("  data " + home + ", log " + home.resolve("logs").resolve("axiom.log"));
                    line("");
                    line("Next:");
                    line("  " + command + " status                                        what runs");
                    line("  " + command + " environment create staging");
                    line("  " + command + " component register shop-agent");
                    line("  " + command
                            + " version create shop-agent 1.0.0 -- <command>  <command> serves HTTP on $PORT");
                    line("  " + command + " deploy shop-agent 1.0.0 --to staging --watch");
                    line("  " + command
                            + " down                                          stop it; what is deployed runs on");
                });
    }
}
