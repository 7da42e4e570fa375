package io.axiom.version.changelog;

/** Looks through a template's tags before it is compiled: only values, sections and comments, nested to a depth. */
final class TemplateTags {
    private static final int DEEPEST = 30;
    private static final int MOST = 2_000;
    private static final String REFUSED = ">=<$%+*";

    private TemplateTags() {}

    static void check(String text) {
        int depth = 0;
        int tags = 0;
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
            char sign = signAfter(text, at + 2);
            depth += sign == '#' || sign == '^' ? 1 : sign == '/' ? -1 : 0;
            if (REFUSED.indexOf(sign) >= 0) {
                throw Template.invalid("The tag {{" + sign + " is not supported.");
            }
            if (depth > DEEPEST) {
                throw Template.invalid("Sections are nested deeper than " + DEEPEST + ".");
            }
            if (++tags > MOST) {
                throw Template.invalid("It has more than " + MOST + " tags.");
            }
        }
    }

    private static char signAfter(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '{')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ' ';
    }
}
