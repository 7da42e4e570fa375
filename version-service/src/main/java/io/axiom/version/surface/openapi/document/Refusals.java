package io.axiom.version.surface.openapi.document;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The ways a document is refused. Each names the document ({@code previous} or {@code current}) it speaks of. */
public final class Refusals {
    private static final int QUOTED = 200;

    private Refusals() {}

    static RejectedException tooLarge(String which, String what) {
        return refuse(
                "surface.too-large",
                Rejection.Kind.TOO_LARGE,
                "The " + which + " document " + what + ".",
                "Split the document, or leave out generated examples.");
    }

    static RejectedException tooDeep(String which, int levels) {
        return refuse(
                "surface.too-deep",
                Rejection.Kind.UNPROCESSABLE,
                "The " + which + " document nests more than " + levels + " levels.",
                "Move nested schemas to components and refer to them.");
    }

    static RejectedException malformed(String which, String why, @Nullable TokenStreamLocation at) {
        String where = at == null || at.getLineNr() < 1
                ? ""
                : " at line " + at.getLineNr() + ", column " + Math.max(1, at.getColumnNr());
        return refuse(
                "surface.malformed",
                Rejection.Kind.INVALID,
                "The " + which + " document cannot be read" + where + ": " + quote(why) + ".",
                "Check the document with a JSON or YAML linter.");
    }

    static RejectedException malformed(String which, JacksonException cause) {
        return malformed(which, String.valueOf(cause.getOriginalMessage()), cause.getLocation());
    }

    static RejectedException notOpenApi(String which, String found) {
        return refuse(
                "surface.not-openapi",
                Rejection.Kind.INVALID,
                "The " + which + " document is not an OpenAPI 3.x document: " + quote(found) + ".",
                "Give an OpenAPI 3.0 or 3.1 document; convert older ones first.");
    }

    static RejectedException externalReference(String which, String pointer, String reference) {
        return refuse(
                "surface.external-reference",
                Rejection.Kind.UNPROCESSABLE,
                "The " + which + " document refers to \"" + quote(reference) + "\" at " + quote(pointer)
                        + ", which lies outside the document and is never fetched.",
                "Bundle the document into one file, for example with `redocly bundle`.");
    }

    static RejectedException referenceNotFound(String which, String reference) {
        return refuse(
                "surface.reference-not-found",
                Rejection.Kind.INVALID,
                "The " + which + " document refers to \"" + quote(reference) + "\", which it does not contain.",
                "Add what is referred to, or correct the reference.");
    }

    static RejectedException referenceLoop(String which, String reference) {
        return refuse(
                "surface.reference-loop",
                Rejection.Kind.INVALID,
                "The reference \"" + quote(reference) + "\" in the " + which
                        + " document leads back to itself, or on and on.",
                "Let the chain of references end in a definition.");
    }

    /** A place where the specification asks for an object and something else stands. */
    public static RejectedException notAnObject(String which, String pointer, String found) {
        return refuse(
                "surface.malformed",
                Rejection.Kind.INVALID,
                "The " + which + " document has " + quote(found) + " at " + quote(pointer)
                        + " where an object is expected.",
                "Correct the document; an OpenAPI linter names every such place.");
    }

    /** Documents that are small enough to read and yet too much to compare. */
    public static RejectedException tooComplex(int most, String what) {
        return refuse(
                "surface.too-complex",
                Rejection.Kind.UNPROCESSABLE,
                "Comparing the two documents needs more than " + most + " " + what + ".",
                "Split the document into smaller ones.");
    }

    private static RejectedException refuse(String code, Rejection.Kind kind, String detail, String next) {
        return new RejectedException(new Rejection(code, kind, detail, next));
    }

    private static String quote(String text) {
        return Texts.shorten(text, QUOTED).replaceAll("\\s+", " ").strip();
    }
}
