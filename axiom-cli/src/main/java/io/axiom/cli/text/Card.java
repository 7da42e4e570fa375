package io.axiom.cli.text;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing's facts, a line each; facts that are not there are left out. */
public final class Card {
    private final Map<String, String> facts = new LinkedHashMap<>();

    public Card line(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            facts.put(name, Ink.clean(value.toString()));
        }
        return this;
    }

    public void print(PrintWriter out) {
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((name, value) -> out.println(name + " ".repeat(width - name.length() + 2) + value));
    }
}
