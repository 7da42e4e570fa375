package io.axiom.migration.sql;

/** Finds lines and columns of rising offsets in one pass over the text. */
public final class Places {
    private final String text;
    private int offset;
    private int line = 1;
    private int column = 1;

    public Places(String text) {
        this.text = text;
    }

    /** The place of an offset; asking for an earlier one than before starts over. */
    public Position at(int wanted) {
        if (wanted < offset) {
            offset = 0;
            line = 1;
            column = 1;
        }
        while (offset < wanted) {
            step(text.charAt(offset));
            offset++;
        }
        return new Position(wanted, line, column);
    }

    private void step(char passed) {
        boolean crBeforeLf = passed == '\r' && offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
        if (passed == '\n' || (passed == '\r' && !crBeforeLf)) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(passed) && !crBeforeLf) {
            column++;
        }
    }
}
