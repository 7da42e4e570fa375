package io.axiom.semver;

/** A text is not a semantic version or not a range. The message says where and what was expected there. */
public final class VersionFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 80;

    private final int at;

    VersionFormatException(String what, String text, int at, String expected) {
        super("\"" + shorten(text) + "\" is not a " + what + ": expected " + expected + " at character " + (at + 1));
        this.at = at;
    }

    /** Where the text stops being right, counted from 0. */
    public int at() {
        return at;
    }

    private static String shorten(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
    }
}
