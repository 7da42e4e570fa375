package io.axiom.version.surface.protobuf.syntax;

import java.nio.charset.StandardCharsets;

/**
 * A single value of an option.
 *
 * @param text as written; of a string its bytes, one character each
 */
public record OptionValue(Kind kind, String text) {
    /** What the value looks like; what it means depends on the option. */
    public enum Kind {
        WORD,
        INTEGER,
        DECIMAL,
        STRING,
        /** A message without fields. */
        EMPTY
    }

    /** For people: a string is read as UTF-8. */
    public String display() {
        return kind == Kind.STRING
                ? new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : text;
    }
}
