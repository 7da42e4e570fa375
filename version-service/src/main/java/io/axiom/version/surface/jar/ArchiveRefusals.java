package io.axiom.version.surface.jar;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;

/** Why a jar is not compared. */
final class ArchiveRefusals {
    private ArchiveRefusals() {}

    static RejectedException malformed(String what) {
        return new RejectedException(new Rejection(
                "surface.malformed",
                Rejection.Kind.INVALID,
                "The jar is not valid: " + what + ".",
                "Send the complete jar as the build made it."));
    }

    static RejectedException tooLarge(String what) {
        return new RejectedException(new Rejection(
                "surface.archive-too-large",
                Rejection.Kind.TOO_LARGE,
                "The jar is too large: " + what + ".",
                "Send the jar of the component itself, without the libraries it uses."));
    }

    static String shown(String name) {
        return "\"" + Texts.shorten(name, 120) + "\"";
    }
}
