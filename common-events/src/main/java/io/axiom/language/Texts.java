package io.axiom.language;

/** Cuts text from outside down to what an error message can carry. */
public final class Texts {
    private Texts() {}

    public static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Half a character can be neither stored nor shown.
        int end = most > 1 && Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** With a full stop at its end, unless it ends a sentence already. */
    public static String sentence(String text) {
        String plain = text.strip();
        return plain.isEmpty() || ".!?…".indexOf(plain.charAt(plain.length() - 1)) >= 0 ? plain : plain + '.';
    }
}
