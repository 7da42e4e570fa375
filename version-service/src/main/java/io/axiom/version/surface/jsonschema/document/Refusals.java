package io.axiom.version.surface.jsonschema.document;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;

/** The answers to schemas that cannot be compared at all. */
final class Refusals {
    private Refusals() {}

    static RejectedException malformed(String which, int line, int column, String what) {
        return new RejectedException(new Rejection(
                "surface.malformed",
                Kind.INVALID,
                "The " + which + " schema cannot be read at line " + line + ", column " + column + ": "
                        + Texts.shorten(what, 300),
                "Correct the document; it must be one JSON or YAML document."));
    }

    static RejectedException notASchema(String which, String found) {
        return new RejectedException(new Rejection(
                "surface.malformed",
                Kind.INVALID,
                "The " + which + " schema is " + found
                        + " (line 1, column 1); a JSON Schema is an object or a boolean.",
                "Pass the schema itself."));
    }

    static RejectedException duplicate(String which, String key, int line, int column) {
        return new RejectedException(new Rejection(
                "surface.duplicate-key",
                Kind.INVALID,
                "The " + which + " schema has the key \"" + Texts.shorten(key, 80)
                        + "\" twice in one object, again at line " + line + ", column " + column
                        + "; readers disagree on which one counts.",
                "Remove one of the two."));
    }

    static RejectedException tooLarge(String which, String measure, long most) {
        return new RejectedException(new Rejection(
                "surface.too-large",
                Kind.TOO_LARGE,
                "The " + which + " schema has more than " + most + " " + measure + ".",
                "Split the schema into several surfaces."));
    }

    static RejectedException tooDeep(String which, int most, int line, int column) {
        return new RejectedException(new Rejection(
                "surface.too-deep",
                Kind.INVALID,
                "The " + which + " schema is nested deeper than " + most + " levels at line " + line + ", column "
                        + column + ".",
                "Move the inner schemas to definitions and refer to them with $ref."));
    }

    static RejectedException external(String which, String pointer, String reference) {
        return new RejectedException(new Rejection(
                "surface.external-reference",
                Kind.INVALID,
                "The " + which + " schema refers to \"" + Texts.shorten(reference, 200) + "\" at " + shown(pointer)
                        + ", which is outside the document. Nothing is fetched from elsewhere.",
                "Bundle the schema into one document, so that every $ref stays within it."));
    }

    static RejectedException unresolved(String which, String pointer, String reference) {
        return new RejectedException(new Rejection(
                "surface.reference-unresolved",
                Kind.INVALID,
                "The " + which + " schema refers to \"" + Texts.shorten(reference, 200) + "\" at " + shown(pointer)
                        + ", but the document has nothing there.",
                "Correct the $ref or add what it names."));
    }

    private static String shown(String pointer) {
        return pointer.isEmpty() ? "the root" : Texts.shorten(pointer, 200);
    }
}
