package io.axiom.cli;

import io.axiom.cli.http.Api;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.OutputFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** One command that does something: what they all need. */
public abstract class Action implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Does it; returns one of {@link ExitCode}. */
    protected abstract int run();

    @Override
    public final Integer call() {
        return run();
    }

    protected final Axiom axiom() {
        return (Axiom) spec.root().userObject();
    }

    protected final Session session() {
        return axiom().session();
    }

    protected final Api api() {
        return axiom().api();
    }

    protected final PrintWriter out() {
        return session().out();
    }

    protected final Ink ink() {
        return axiom().ink();
    }

    /** Whether a program reads the output. */
    protected final boolean structured() {
        return axiom().output() != OutputFormat.table;
    }

    /** Prints {@code data} as JSON or YAML when that was asked for, else what {@code table} prints. */
    protected final void show(JsonNode data, Runnable table) {
        if (structured()) {
            Data.print(axiom().output(), data, out());
        } else {
            table.run();
        }
        out().flush();
    }

    protected final void line(String text) {
        out().println(text);
    }

    /** A wrong command line, reported with the command's usage and exit code 2. */
    protected final CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /** Asks a person; empty answers come back as null. Only when {@link Session#interactive()}. */
    protected final @Nullable String ask(String question) {
        out().print(question);
        out().flush();
        try {
            String answer = session().in().readLine();
            return answer == null || answer.isBlank() ? null : answer.strip();
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "cli.input", "The answer could not be read.", String.valueOf(e.getMessage()), "Use --yes."));
        }
    }

    /** Asks y/N on a terminal; elsewhere only {@code --yes} is a yes, and its absence a usage error. */
    protected final boolean confirmed(boolean yes, String question) {
        if (yes) {
            return true;
        }
        if (!session().interactive()) {
            throw usage("There is no terminal to ask on: give --yes to go ahead, or --dry-run to only look.");
        }
        String answer = ask(question + " [y/N] ");
        if (answer != null && (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"))) {
            return true;
        }
        session().err().println("Nothing was done.");
        return false;
    }

    /** The reason given, or asked for on a terminal. */
    protected final String reason(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        String answer = session().interactive() ? ask("Reason (kept in the audit log): ") : null;
        if (answer == null) {
            throw usage("A reason is required: --reason '<why>'. It is kept in the audit log.");
        }
        return answer;
    }
}
