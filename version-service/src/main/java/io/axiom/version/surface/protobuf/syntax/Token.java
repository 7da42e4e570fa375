package io.axiom.version.surface.protobuf.syntax;

/**
 * One token.
 *
 * @param text as written; of a string its bytes, one character each
 * @param line from 1
 * @param column from 1, in characters
 */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        WORD,
        INTEGER,
        DECIMAL,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(expected);
    }
}
