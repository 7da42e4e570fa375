package io.axiom.runtime.git;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is said when Git cannot be read or written. The codes are stable; a location is shown without credentials. */
public final class GitRefusals {
    static final String REF_NOT_FOUND = "git.ref-not-found";
    private static final int SHOWN = 200;

    private GitRefusals() {}

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
                        + " the service that reads it.");
    }

    static RejectedException unauthorized(RepositoryLocation location) {
        return refused(
                "git.not-authorized",
                Kind.UNPROCESSABLE,
                shown(location) + " refuses access.",
                "Give the service that reads it access: ~/.netrc for https, a key and a known host in ~/.ssh for ssh.");
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
                "Post what is in it instead.");
    }

    static RejectedException unreadable(RepositoryLocation location) {
        return refused(
                "git.unreadable",
                Kind.UNPROCESSABLE,
                "Not all of " + shown(location) + " may be read.",
                "Give the user the service runs as the right to read the folder.");
    }

    public static RejectedException unwritable(RepositoryLocation location) {
        return refused(
                "git.unwritable",
                Kind.UNPROCESSABLE,
                "Nothing can be written to " + shown(location) + ".",
                "Give the user the service runs as the right to write there, and check the disk.");
    }

    static RejectedException timeout(RepositoryLocation location, String action) {
        return refused(
                "git.timeout",
                Kind.UNAVAILABLE,
                "To " + action + " " + shown(location) + " took longer than is allowed.",
                "Try again, ask for less of its history, or raise axiom.git.timeout.");
    }

    public static RejectedException tooLarge(RepositoryLocation location, String what) {
        return refused(
                "git.too-large",
                Kind.TOO_LARGE,
                shown(location) + " has " + what + ".",
                "Ask for less of it, such as a later start of the range, or raise the limits below axiom.git.");
    }

    static RejectedException empty(RepositoryLocation location) {
        return refused(
                "git.empty",
                Kind.UNPROCESSABLE,
                "The repository " + shown(location) + " has no commits yet.",
                "Commit something first.");
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

    /** For a sentence: without credentials, and not too long. */
    public static String shown(RepositoryLocation location) {
        return Texts.shorten(location.display(), SHOWN);
    }

    private static RejectedException refused(String code, Kind kind, String detail, String next) {
        return new RejectedException(new Rejection(code, kind, detail, next));
    }
}
