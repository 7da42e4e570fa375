package io.axiom.version.commits;

/**
 * Text from a commit made fit to be kept and shown: without control characters, which terminals obey and PostgreSQL refuses,
 * without halves of surrogate pairs, and without the marks that turn the direction of writing (Unicode TR 9), which make a
 * line read as something it is not.
 */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        if (text.chars().noneMatch(PlainText::isSuspicious)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isHarmless).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Cheap test over chars: every surrogate is looked at again. */
    private static boolean isSuspicious(int c) {
        return Character.isSurrogate((char) c) || !isHarmless(c);
    }

    private static boolean isHarmless(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint == '\r'
                || !(Character.isISOControl(codePoint) || isTurn(codePoint) || isLoneSurrogate(codePoint));
    }

    private static boolean isTurn(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
