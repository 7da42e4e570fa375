package io.axiom.language;

/** Cuts text from outside down to what an error message can carry. */
public final class Texts {
    private Texts() {}

    public static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
