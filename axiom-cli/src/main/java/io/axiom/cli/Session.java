package io.axiom.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The world around one run of the command line.
 *
 * @param properties {@code axiom.dist} and {@code axiom.command}, set by the launcher
 * @param terminal whether standard output is a terminal: colours, redrawing
 * @param interactive whether a person can also answer: standard input is a terminal too
 */
public record Session(
        Map<String, String> environment,
        Map<String, String> properties,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean interactive,
        Clock clock,
        ZoneId zone) {

    /** A setting from the environment; blank counts as not set. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Where this installation keeps everything: {@code AXIOM_HOME}, else {@code ~/.axiom}. */
    public Path home() {
        String chosen = variable("AXIOM_HOME");
        if (chosen != null) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        // $HOME and not user.home, which the JVM takes from the password file.
        String userHome = variable("HOME");
        return Path.of(userHome == null ? System.getProperty("user.home") : userHome, ".axiom")
                .toAbsolutePath()
                .normalize();
    }

    /** How the user called us, for hints that can be typed as they stand: {@code ./axiom}. */
    public String command() {
        return properties.getOrDefault("axiom.command", "axiom");
    }
}
