package io.axiom.version.changelog;

/**
 * Text made to stand for itself in Markdown (CommonMark, GitHub Flavored Markdown): no markup, HTML, links or images come of it.
 */
final class Markdown {
    private static final String MARKUP = "\\`*_[]<>#&|~$";

    private Markdown() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                escaped.append(' ');
            } else {
                escaped.append(MARKUP.indexOf(c) >= 0 || startsBlock(text, i) || startsLink(text, i) ? "\\" : "")
                        .append(c);
            }
        }
        return escaped.toString();
    }

    /** A list, a rule or an underline begin at the start of a text only. */
    private static boolean startsBlock(String text, int at) {
        char c = text.charAt(at);
        if (at == 0) {
            return c == '-' || c == '+' || c == '=';
        }
        boolean marksNumber = (c == '.' || c == ')')
                && text.substring(0, at).chars().allMatch(Character::isDigit)
                && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
        return marksNumber;
    }

    /** GitHub makes links of plain addresses. */
    private static boolean startsLink(String text, int at) {
        char c = text.charAt(at);
        return c == '@'
                || (c == ':' && text.startsWith("://", at))
                || (c == '.' && at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3));
    }
}
