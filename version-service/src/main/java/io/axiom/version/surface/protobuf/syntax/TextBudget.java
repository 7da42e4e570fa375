package io.axiom.version.surface.protobuf.syntax;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;

/**
 * Names written in full repeat what surrounds them, so a small text can stand for a large one. Together they must stay of
 * reasonable size.
 */
public final class TextBudget {
    private static final int MOST_CHARACTERS = 32 * 1024 * 1024;

    private int spent;

    /** @throws RejectedException with {@code surface.too-large} when more is spent than there is */
    public void spend(int characters) {
        spent += characters;
        if (spent > MOST_CHARACTERS) {
            throw new RejectedException(new Rejection(
                    "surface.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The names of the Protobuf surface, written in full, take more than " + MOST_CHARACTERS
                            + " characters.",
                    "Shorten packages and the names of outer messages, or split the surface."));
        }
    }
}
