package io.axiom.migration.source;

import org.jspecify.annotations.Nullable;

/** The lines of a text one after the other, with their numbers and offsets. */
final class Lines {
    private final String text;
    private int at;
    private int start;
    private int number;

    Lines(String text) {
        this.text = text;
    }

    /** The next line without its ending, or null after the last. */
    @Nullable
    String next() {
        if (at >= text.length()) {
            return null;
        }
        start = at;
        number++;
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        at = end < text.length() && text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
        return text.substring(start, end);
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** Offset of the line read last. */
    int start() {
        return start;
    }

    /** Offset after the line read last and its ending. */
    int offset() {
        return at;
    }
}
