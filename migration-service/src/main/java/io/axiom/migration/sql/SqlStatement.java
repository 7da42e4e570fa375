package io.axiom.migration.sql;

import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param number counted from 1
 * @param text from its first token, without the comments before it; ends with its semicolon where that ended it
 * @param start its place in the script
 * @param end offset in the script after its last character, the delimiter not included unless it is a semicolon
 * @param copyData the lines that followed {@code COPY … FROM STDIN}, without the closing {@code \.}
 */
public record SqlStatement(
        int number,
        String text,
        Position start,
        int end,
        @Nullable String copyData) {}
