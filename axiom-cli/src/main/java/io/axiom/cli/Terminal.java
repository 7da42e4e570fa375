package io.axiom.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The session of a real process. Output is UTF-8 whatever the locale says; the launcher tells whether it is a terminal. */
final class Terminal {
    private Terminal() {}

    static Session session() {
        Map<String, String> properties = new HashMap<>();
        for (String name : new String[] {"axiom.dist", "axiom.command", "axiom.terminal", "axiom.interactive"}) {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
        return new Session(
                System.getenv(),
                properties,
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.parseBoolean(properties.get("axiom.terminal")),
                Boolean.parseBoolean(properties.get("axiom.interactive")),
                Clock.systemUTC(),
                ZoneId.systemDefault());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
