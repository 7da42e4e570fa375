package io.axiom.migration.sql;

/** Sorts of token. */
public enum TokenKind {
    SPACE,
    COMMENT,
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in quotes, backticks or brackets. */
    QUOTED,
    STRING,
    NUMBER,
    /** {@code $1}: a place for a value. */
    PARAMETER,
    /** An operator or punctuation; parentheses, commas, semicolons and full stops stand alone. */
    SYMBOL,
    /** {@code /*!40101}: what follows is executed by servers from that version on. */
    VERSIONED_OPEN,
    VERSIONED_CLOSE,
    /** What ends a statement: a semicolon, or what was put in its place. */
    DELIMITER,
    END;

    /** Whether the parser sees it. */
    public boolean isSignificant() {
        return this != SPACE && this != COMMENT && this != VERSIONED_OPEN && this != VERSIONED_CLOSE;
    }
}
