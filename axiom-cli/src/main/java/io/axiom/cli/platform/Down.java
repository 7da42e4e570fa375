package io.axiom.cli.platform;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code axiom down}. */
@Command(
        name = "down",
        description = "Stop the platform on this machine. What is deployed and the router run on, unless --all.",
        footer = {"  axiom down", "  axiom down --all"})
public final class Down extends Action {
    private static final int PATIENCE_SECONDS = 60;

    @Option(names = "--all", description = "Stop the deployed instances and the router too; traffic ends.")
    private boolean all;

    @Override
    protected int run() {
        Path home = session().home();
        Optional<ProcessHandle> controlPlane = Running.controlPlane(home);
        controlPlane.ifPresent(process -> stop(process, "The platform"));
        Optional<ProcessHandle> leftover = Running.postgres(home);
        leftover.ifPresent(process -> stop(process, "PostgreSQL, left over from a crash,"));
        // The router last, so that no request meets a closed port before its instance had a chance to answer.
        List<ProcessHandle> instances = instances(home);
        Optional<ProcessHandle> router = Running.router(home);
        if (all) {
            instances.forEach(ProcessHandle::destroy);
            instances.forEach(process -> stop(process, "An instance"));
            router.ifPresent(process -> stop(process, "The router"));
        }
        int left = all ? 0 : instances.size();
        show(
                Json.mapper()
                        .valueToTree(new Fields()
                                .with("stopped", controlPlane.isPresent() || leftover.isPresent())
                                .with("instancesRunning", left)
                                .with("routerRunning", !all && router.isPresent())),
                () -> report(home, controlPlane.isPresent() || leftover.isPresent(), left, !all && router.isPresent()));
        return ExitCode.DONE;
    }

    private void report(Path home, boolean stopped, int instances, boolean router) {
        line(stopped ? ink().good("✔") + " Axiom is stopped." : "Axiom was not running in " + home + ".");
        if (instances > 0 || router) {
            line("  Still serving: " + instances + (instances == 1 ? " instance" : " instances")
                    + (router ? " behind the router" : "") + ". Stop them too with: "
                    + session().command() + " down --all");
        }
        if (stopped) {
            line("  Its data stay in " + home + ". Start again with: "
                    + session().command() + " up");
        }
    }

    private static void stop(ProcessHandle process, String what) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            throw new ProblemException(Problem.local(
                    "down.not-stopped",
                    what + " did not stop within " + PATIENCE_SECONDS + " s.",
                    "Process " + process.pid() + " was asked to and still runs.",
                    "Give it more time, or end it with: kill -9 " + process.pid()
                            + " (nothing acknowledged is lost)."));
        }
    }

    private static List<ProcessHandle> instances(Path home) {
        List<ProcessHandle> running = new ArrayList<>();
        Path folder = home.resolve("instances");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> instances = Files.newDirectoryStream(folder)) {
                instances.forEach(instance -> Running.instance(instance).ifPresent(running::add));
            } catch (IOException e) {
                throw new ProblemException(Problem.local(
                        "down.instances-unreadable",
                        "The deployed instances could not be listed.",
                        folder + ": " + e.getClass().getSimpleName(),
                        "Run the command as the user who started the platform."));
            }
        }
        return running;
    }
}
