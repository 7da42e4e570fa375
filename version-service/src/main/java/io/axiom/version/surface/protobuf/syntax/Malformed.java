package io.axiom.version.surface.protobuf.syntax;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;

/** Refusals of text that is not valid Protobuf. */
public final class Malformed {
    private Malformed() {}

    /** Code {@code surface.malformed}: what is wrong, in which file and line. */
    public static RejectedException at(String file, int line, String what) {
        return new RejectedException(new Rejection(
                "surface.malformed",
                Rejection.Kind.INVALID,
                "The Protobuf file " + Texts.shorten(file, 120) + " is not valid, line " + line + ": " + what,
                "Send files that protoc accepts, with every file they import or with the import left unresolved."));
    }

    /** Code {@code surface.edition-unknown}: newer than what is known here, so nothing may be said of it. */
    static RejectedException unknownEdition(String file) {
        return new RejectedException(new Rejection(
                "surface.edition-unknown",
                Rejection.Kind.UNPROCESSABLE,
                "The Protobuf file " + Texts.shorten(file, 120) + " is written in an edition that is neither 2023 nor"
                        + " 2024.",
                "Use one of these editions, proto2 or proto3, or judge the change yourself."));
    }

    /** Code {@code surface.too-deep}: nested deeper than anyone writes by hand. */
    static RejectedException tooDeep(String file, int line, int most) {
        return new RejectedException(new Rejection(
                "surface.too-deep",
                Rejection.Kind.INVALID,
                "The Protobuf file " + Texts.shorten(file, 120) + " nests deeper than " + most + " levels, line " + line
                        + ".",
                "Flatten the nesting; protoc has the same limit for messages."));
    }
}
