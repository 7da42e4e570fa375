package io.axiom.version.changelog;

import java.io.Writer;

/** Takes in text, up to a length, and counts a template's steps. */
final class BoundedText extends Writer {
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int MOST_STEPS = 5_000_000;

    private final StringBuilder text = new StringBuilder();
    private int steps;

    static final class Full extends RuntimeException {
        private Full() {
            super("too much", null, false, false);
        }
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new Full();
        }
    }

    @Override
    public void write(char[] from, int offset, int length) {
        step();
        if (text.length() + length > MOST_CHARACTERS) {
            throw new Full();
        }
        text.append(from, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
