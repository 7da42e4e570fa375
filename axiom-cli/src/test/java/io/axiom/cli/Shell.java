package io.axiom.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs command lines as a shell would, at a fixed moment, and keeps what they printed. */
public final class Shell {
    public static final Instant NOW = Instant.parse("2026-11-20T03:00:12Z");

    /** What a command line did. */
    public record Result(int exitCode, String out, String err) {}

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>(Map.of("axiom.command", "./axiom"));
    private boolean terminal;
    private String answers = "";

    public static Shell at(FakeGateway gateway) {
        return new Shell().with("AXIOM_URL", gateway.url()).with("AXIOM_HOME", "/nonexistent/axiom");
    }

    public Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Shell property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** On a terminal without colours, at which a person types {@code answers}. */
    public Shell terminal(String answers) {
        terminal = true;
        this.answers = answers;
        return with("NO_COLOR", "1");
    }

    public Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = new Session(
                environment,
                properties,
                new BufferedReader(new StringReader(answers)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                Clock.fixed(NOW, ZoneOffset.UTC),
                ZoneOffset.UTC);
        int exitCode = CommandTree.execute(session, arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }
}
