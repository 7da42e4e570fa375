package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.runtime.git.GitRefusals;
import io.axiom.runtime.git.RepositoryLocation;
import java.util.Map;

/** What is said when tags cannot be made, or a history is cut off. Codes are stable; locations are shown without credentials. */
final class Refusals {
    private static final int SHOWN = 200;

    private Refusals() {}

    static RejectedException shallow(RepositoryLocation location) {
        return refused(
                "git.shallow",
                Kind.UNPROCESSABLE,
                "The history of " + GitRefusals.shown(location) + " is cut off within the range.",
                "Run git fetch --unshallow --tags there (in CI: check out with the whole history).");
    }

    static RejectedException tagExists(RepositoryLocation location, String tag, String at, String wanted) {
        return new RejectedException(new Rejection(
                "git.tag-exists",
                Kind.CONFLICT,
                "The tag " + tag + " exists in " + GitRefusals.shown(location) + " at another commit, " + at + ".",
                "A tag is not moved. Use another version, or a tag pattern of the component's own.",
                Map.of("tag", tag, "at", at, "wanted", wanted)));
    }

    static RejectedException tagInvalid(String tag) {
        return refused(
                "git.tag-invalid",
                Kind.INVALID,
                "\"" + Texts.shorten(tag, SHOWN) + "\" cannot be a tag's name in Git.",
                "Use another tag pattern, for example v{version} or {component}-v{version}.");
    }

    static RejectedException noRemote(RepositoryLocation location) {
        return refused(
                "git.no-remote",
                Kind.UNPROCESSABLE,
                "The repository " + GitRefusals.shown(location)
                        + " has no remote \"origin\" that tags could be pushed to.",
                "Add one with git remote add origin, or tag without pushing.");
    }

    static RejectedException pushRefused(RepositoryLocation location, String tag, Enum<?> status) {
        return refused(
                "git.push-refused",
                Kind.UNPROCESSABLE,
                GitRefusals.shown(location) + " does not take the tag " + tag + " (" + status.name() + ").",
                "Check that version-service may push tags there.");
    }

    static RejectedException invalid(String code, String detail, String next) {
        return refused(code, Kind.INVALID, detail, next);
    }

    private static RejectedException refused(String code, Kind kind, String detail, String next) {
        return new RejectedException(new Rejection(code, kind, detail, next));
    }
}
