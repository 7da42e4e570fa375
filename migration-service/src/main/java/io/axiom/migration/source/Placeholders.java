package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${name}} in Flyway's files, as Flyway does. */
final class Placeholders {
    private Placeholders() {}

    static SourceFile replace(SourceFile file, Map<String, String> values) {
        String text = file.text();
        int open = text.indexOf("${");
        if (open < 0) {
            return file;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int done = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            String name = close < 0 ? "" : text.substring(open + 2, close);
            @Nullable String value = values.get(name);
            if (value == null) {
                throw unknown(file, open, name, values);
            }
            replaced.append(text, done, open).append(value);
            if (replaced.length() > SourceFile.LARGEST) {
                throw Refusals.tooLarge(file.name(), replaced.length(), SourceFile.LARGEST);
            }
            done = close + 1;
            open = text.indexOf("${", done);
        }
        return new SourceFile(
                file.name(), replaced.append(text, done, text.length()).toString());
    }

    private static RejectedException unknown(SourceFile file, int at, String name, Map<String, String> values) {
        int line = (int) file.text()
                        .substring(0, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return Refusals.inFile(
                "placeholder",
                file.name(),
                line,
                "no value for the placeholder ${" + Refusals.quote(name) + "}.",
                values.isEmpty()
                        ? "Give placeholders with the migration source, or switch their replacement off if ${ is meant."
                        : "Known are " + String.join(", ", new TreeSet<>(values.keySet())) + ".");
    }
}
