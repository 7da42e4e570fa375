package io.axiom.language;

/** Cuts text from outside down to what an error message can carry. */
public final class Texts {
    private Texts() {}

    public static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** With a full stop at its end, unless it ends a sentence already. */
    public static String sentence(String text) {
        String plain = text.strip();
        return plain.isEmpty() || ".!?…".indexOf(plain.charAt(plain.length() - 1)) >= 0 ? plain : plain + '.';
    }
}
