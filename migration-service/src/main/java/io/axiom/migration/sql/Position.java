package io.axiom.migration.sql;

/**
 * A place in a text.
 *
 * @param offset UTF-16 units from the start
 * @param line counted from 1; {@code \n}, {@code \r\n} and {@code \r} end lines
 * @param column characters (code points) counted from 1
 */
public record Position(int offset, int line, int column) {
    public static Position of(String text, int offset) {
        return new Places(text).at(offset);
    }
}
