package io.axiom.cli.text;

/** Colours, when the output is a terminal that wants them; and nothing a terminal could be tricked by. */
public record Ink(boolean coloured) {
    public static final Ink PLAIN = new Ink(false);

    public String good(String text) {
        return sgr("32", text);
    }

    public String bad(String text) {
        return sgr("31", text);
    }

    public String busy(String text) {
        return sgr("36", text);
    }

    public String faint(String text) {
        return sgr("2", text);
    }

    public String strong(String text) {
        return sgr("1", text);
    }

    private String sgr(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
    }

    /**
     * Text from outside, fit for one line: control characters (an escape sequence in a log line, say) become spaces.
     */
    public static String clean(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) || isBidiControl(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean isBidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
