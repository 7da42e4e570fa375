package io.axiom.cli.deployment;

import io.axiom.cli.http.Fields;
import java.util.List;

/** One {@code --health}: {@code /path}, {@code tcp}, {@code tcp:<port>}, {@code process}, {@code command:<command>}. */
final class HealthOption {
    private HealthOption() {}

    static Fields check(String text) {
        if (text.startsWith("/") || text.startsWith("http://") || text.startsWith("https://")) {
            return new Fields().with("id", "http " + text).with("type", "http").with("endpoint", text);
        }
        if (text.equals("tcp") || text.equals("process")) {
            return new Fields().with("id", text).with("type", text);
        }
        if (text.matches("tcp:[1-9][0-9]{0,4}")) {
            return new Fields().with("id", text).with("type", "tcp").with("port", Integer.parseInt(text.substring(4)));
        }
        if (text.startsWith("command:") && text.length() > 8) {
            return new Fields()
                    .with("id", "command")
                    .with("type", "command")
                    .with("command", List.of("sh", "-c", text.substring(8)));
        }
        throw new IllegalArgumentException(
                "--health is a path such as /health, or tcp, tcp:<port>, process, or command:<command>; not \"" + text
                        + "\".");
    }
}
