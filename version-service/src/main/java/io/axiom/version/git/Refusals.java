package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is said when Git cannot be read or written. The codes are stable; a location is shown without credentials. */
final class Refusals {
    static final String REF_NOT_FOUND = "git.ref-not-found";
    private static final int SHOWN = 200;

    private Refusals() {}

    static RejectedException location(String fault) {
        return refused(
                "git.location-invalid",
                Kind.INVALID,
                "The location of the Git repository cannot be used: " + fault + ".",
                "Give an absolute path, or a URL such as https://host/owner/name.git or git@host:owner/name.git.");
    }

    static RejectedException scheme(String scheme, Set<String> allowed) {
        return refused(
                "git.scheme-refused",
                Kind.INVALID,
                "Git URLs with \"" + Texts.shorten(scheme, SHOWN) + "\" are not followed.",
                allowed.isEmpty()
                        ? "Use a https, ssh or file URL, or an absolute path."
                        : "Use one of " + String.join(", ", new TreeSet<>(allowed)) + ", or an absolute path.");
    }

    static RejectedException notFound(RepositoryLocation location) {
        return refused(
                "git.not-found",
                Kind.UNPROCESSABLE,
                "There is no Git repository at " + shown(location) + ".",
                "Check the location. A path is a bare repository or the top folder of a worktree, on the machine of"
                        + " version-service.");
    }

    static RejectedException unauthorized(RepositoryLocation location) {
        return refused(
                "git.not-authorized",
                Kind.UNPROCESSABLE,
                shown(location) + " refuses access.",
                "Give version-service access: ~/.netrc for https, a key and a known host in ~/.ssh for ssh.");
    }

    static RejectedException unreachable(RepositoryLocation location, String why) {
        return refused(
                "git.unreachable",
                Kind.UNAVAILABLE,
                shown(location) + " cannot be reached: " + why + ".",
                "Check the address and the network, then try again.");
    }

    static RejectedException corrupt(RepositoryLocation location, String what) {
        return refused(
                "git.corrupt",
                Kind.UNPROCESSABLE,
                "The repository " + shown(location) + " is damaged: " + what + ".",
                "Run git fsck there; a fresh clone may help.");
    }

    static RejectedException unsupported(RepositoryLocation location, String what) {
        return refused(
                "git.unsupported",
                Kind.UNPROCESSABLE,
                "The repository " + shown(location) + " cannot be read here: " + what + ".",
                "Post the commits instead.");
    }

    static RejectedException unreadable(RepositoryLocation location) {
        return refused(
                "git.unreadable",
                Kind.UNPROCESSABLE,
                "version-service may not read all of " + shown(location) + ".",
                "Give its user the right to read the folder.");
    }

    static RejectedException unwritable(RepositoryLocation location) {
        return refused(
                "git.unwritable",
                Kind.UNPROCESSABLE,
                "Nothing can be written to " + shown(location) + ".",
                "Give the user of version-service the right to write there, and check the disk.");
    }

    static RejectedException timeout(RepositoryLocation location, String action) {
        return refused(
                "git.timeout",
                Kind.UNAVAILABLE,
                "To " + action + " " + shown(location) + " took longer than is allowed.",
                "Try again, give a later start of the range, or raise axiom.git.timeout.");
    }

    static RejectedException tooLarge(RepositoryLocation location, String what) {
        return refused(
                "git.too-large",
                Kind.TOO_LARGE,
                shown(location) + " has " + what + ".",
                "Give a later start of the range, or raise the limits below axiom.git.");
    }

    static RejectedException empty(RepositoryLocation location) {
        return refused(
                "git.empty",
                Kind.UNPROCESSABLE,
                "The repository " + shown(location) + " has no commits yet.",
                "Commit something first.");
    }

    static RejectedException shallow(RepositoryLocation location) {
        return refused(
                "git.shallow",
                Kind.UNPROCESSABLE,
                "The history of " + shown(location) + " is cut off within the range.",
                "Run git fetch --unshallow --tags there (in CI: check out with the whole history).");
    }

    static RejectedException refNotFound(RepositoryLocation location, String ref) {
        return new RejectedException(new Rejection(
                REF_NOT_FOUND,
                Kind.UNPROCESSABLE,
                shown(location) + " has no branch, tag or commit \"" + Texts.shorten(ref, SHOWN) + "\".",
                "Give the name of a branch or tag, or a commit's id of at least 7 digits.",
                Map.of("ref", Texts.shorten(ref, SHOWN))));
    }

    static RejectedException refAmbiguous(RepositoryLocation location, String ref) {
        return refused(
                "git.ref-ambiguous",
                Kind.UNPROCESSABLE,
                "More than one commit of " + shown(location) + " has an id that starts with "
                        + Texts.shorten(ref, SHOWN) + ".",
                "Give more digits.");
    }

    static RejectedException tagExists(RepositoryLocation location, String tag, String at, String wanted) {
        return new RejectedException(new Rejection(
                "git.tag-exists",
                Kind.CONFLICT,
                "The tag " + tag + " exists in " + shown(location) + " at another commit, " + at + ".",
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
                "The repository " + shown(location) + " has no remote \"origin\" that tags could be pushed to.",
                "Add one with git remote add origin, or tag without pushing.");
    }

    static RejectedException pushRefused(RepositoryLocation location, String tag, Enum<?> status) {
        return refused(
                "git.push-refused",
                Kind.UNPROCESSABLE,
                shown(location) + " does not take the tag " + tag + " (" + status.name() + ").",
                "Check that version-service may push tags there.");
    }

    static RejectedException invalid(String code, String detail, String next) {
        return refused(code, Kind.INVALID, detail, next);
    }

    private static String shown(RepositoryLocation location) {
        return Texts.shorten(location.display(), SHOWN);
    }

    private static RejectedException refused(String code, Kind kind, String detail, String next) {
        return new RejectedException(new Rejection(code, kind, detail, next));
    }
}
