package io.axiom.version.artifact;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.util.Map;

/** Why an artifact does not pass. The codes are stable. */
final class Refusals {
    private static final int SHOWN = 200;

    private Refusals() {}

    static RejectedException missing(String what) {
        return refused(
                "artifact.missing",
                "There is no " + Texts.shorten(what, SHOWN) + ".",
                "Put it there, or record the version with the artifact that is.",
                Map.of());
    }

    static RejectedException relative(String path) {
        return refused(
                "artifact.path-relative",
                "The path " + Texts.shorten(path, SHOWN) + " is not absolute: which file it means depends on who asks.",
                "Record the version with the file's absolute path.",
                Map.of());
    }

    static RejectedException notAFile(String path) {
        return refused(
                "artifact.not-a-file",
                Texts.shorten(path, SHOWN) + " is no regular file.",
                "Name a file, not a folder or device.",
                Map.of());
    }

    static RejectedException unreadable(String path) {
        return refused(
                "artifact.unreadable",
                "The file " + Texts.shorten(path, SHOWN) + " cannot be read.",
                "Give the user of version-service the right to read it.",
                Map.of());
    }

    static RejectedException notAJar(String path) {
        return refused(
                "artifact.not-a-jar",
                "The file " + Texts.shorten(path, SHOWN) + " is no readable jar.",
                "Build it again, or record it as a file.",
                Map.of());
    }

    static RejectedException tooLarge(String path, String what) {
        return new RejectedException(new Rejection(
                "artifact.too-large",
                Kind.TOO_LARGE,
                "The artifact " + Texts.shorten(path, SHOWN) + " has " + what + ".",
                "Record it as a file; then only its digest is looked at."));
    }

    static RejectedException mismatch(String what, String expected, String actual) {
        return refused(
                "artifact.digest-mismatch",
                "The artifact " + Texts.shorten(what, SHOWN) + " has the digest " + actual + ", and not " + expected
                        + ".",
                "It was changed or built anew. Restore it, or create a version with what it is now.",
                Map.of("expected", expected, "actual", actual));
    }

    static RejectedException reference(String reference, String fault) {
        return new RejectedException(new Rejection(
                "artifact.reference-invalid",
                Kind.INVALID,
                "\"" + Texts.shorten(reference, SHOWN) + "\" is no image reference: " + fault + ".",
                "Write it like registry.example.org/team/agent:1.2.0@sha256:…",
                Map.of("field", "reference")));
    }

    private static RejectedException refused(String code, String detail, String next, Map<String, String> context) {
        return new RejectedException(new Rejection(code, Kind.UNPROCESSABLE, detail, next, context));
    }
}
