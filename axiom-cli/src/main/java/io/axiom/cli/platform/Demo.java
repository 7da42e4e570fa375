package io.axiom.cli.platform;

import io.axiom.cli.Action;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code axiom demo}. */
@Command(
        name = "demo",
        description = {
            "Show it all in a minute, on a platform of its own beside yours.",
            "Agents under traffic, a bad version caught and rolled back by events, the way back to an earlier position, and the",
            "log of it. Exit code 0 only if it was so."
        },
        footer = "  axiom demo")
public final class Demo extends Action {
    private static final String MAIN = "io.axiom.embedded.demo.Demo";

    @Parameters(arity = "0..*", hidden = true)
    private List<String> arguments = List.of();

    @Override
    protected int run() {
        List<String> passed = new ArrayList<>(arguments);
        List<String> command = Distribution.of(session()).command(session(), MAIN, passed);
        command.add(1, "-Daxiom.terminal=" + session().terminal());
        command.add(1, "-Daxiom.command=" + session().command());
        try {
            Process demo = new ProcessBuilder(command).inheritIO().start();
            // Ctrl-C reaches both of us; the demo cleans up, and we stay until it has.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> demo.onExit().join()));
            return demo.waitFor();
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "demo.not-started",
                    "The demo could not be started.",
                    String.valueOf(e.getMessage()),
                    "Check that the JDK at " + System.getProperty("java.home") + " is complete."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
