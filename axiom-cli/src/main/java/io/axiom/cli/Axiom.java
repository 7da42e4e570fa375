package io.axiom.cli;

import io.axiom.cli.http.Api;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code axiom} command. */
@Command(
        name = "axiom",
        description = {
            "Releases agents, watches them, and takes them back.",
            "Every step is an event; every position in the log is a place to go back to."
        },
        footer = {"  axiom up", "  axiom demo"})
public final class Axiom implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<format>",
            defaultValue = "table",
            scope = ScopeType.INHERIT,
            description = "How to print: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat output;

    @Option(
            names = "--url",
            paramLabel = "<url>",
            scope = ScopeType.INHERIT,
            description = "The gateway; else AXIOM_URL, else http://127.0.0.1:3000.")
    private @Nullable String url;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    private final Session session;

    Axiom(Session session) {
        this.session = session;
    }

    /** {@code axiom} alone shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(session.out());
    }

    public Session session() {
        return session;
    }

    public OutputFormat output() {
        return output;
    }

    public Ink ink() {
        return new Ink(session.terminal() && session.variable("NO_COLOR") == null);
    }

    /** The gateway to talk to, with the token this installation's owner has. */
    public Api api() {
        return api(gatewayUrl());
    }

    /** The same for another part that speaks the same API. */
    public Api api(String address) {
        return new Api(address, Token.find(session), session.command());
    }

    /** {@code --url}, {@code AXIOM_URL}, or this machine's gateway at its usual port or {@code AXIOM_PORT_GATEWAY}. */
    public String gatewayUrl() {
        if (url != null) {
            return url;
        }
        String chosen = session.variable("AXIOM_URL");
        if (chosen != null) {
            return chosen;
        }
        String port = session.variable("AXIOM_PORT_GATEWAY");
        return "http://127.0.0.1:" + (port == null ? "3000" : port);
    }

    public static void main(String[] arguments) {
        int exitCode = CommandTree.execute(Terminal.session(), arguments);
        System.exit(exitCode);
    }
}
