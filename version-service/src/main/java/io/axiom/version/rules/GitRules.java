package io.axiom.version.rules;

import io.axiom.language.version.GitSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names in Git must look like. Events are kept for ever, so no credentials are among them. */
public final class GitRules {
    private static final int LONGEST = 1_024;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_PATHS = 100;
    private static final String CODE = "git.invalid";

    private GitRules() {}

    public static void check(GitSource source) {
        checkRepository("git.repository", source.repository());
        if (source.ref() != null) {
            checkRevision("git.ref", source.ref());
        }
        if (source.tagPrefix() != null && !source.tagPrefix().isEmpty()) {
            checkName("git.tagPrefix", source.tagPrefix() + "0");
        }
        List<String> paths = source.paths() == null ? List.of() : source.paths();
        Invalid.require(
                paths.size() <= MOST_PATHS && paths.stream().allMatch(path -> isText(path, LONGEST)),
                CODE,
                "git.paths",
                "There are too many paths, or one is empty or too long.",
                "Use at most " + MOST_PATHS + " paths of at most " + LONGEST + " characters.");
    }

    public static void checkRepository(String field, String repository) {
        Invalid.require(
                isText(repository, LONGEST) && !repository.startsWith("-"),
                CODE,
                field,
                "The repository is no path or URL of at most " + LONGEST + " characters.",
                "Give the path of a clone, or a URL git can read.");
        int scheme = repository.indexOf("://");
        int at = repository.indexOf('@', Math.max(scheme, 0));
        boolean secret = scheme >= 0
                && at >= 0
                && at < end(repository, scheme + 3)
                && (repository.startsWith("http")
                        || repository.substring(scheme + 3, at).indexOf(':') >= 0);
        Invalid.require(
                !secret,
                "git.credentials",
                field,
                "The repository's URL has credentials in it; they would be kept in events for ever.",
                "Leave them out, and configure git's credentials where version-service runs.");
    }

    private static int end(String url, int from) {
        int end = url.indexOf('/', from);
        return end < 0 ? url.length() : end;
    }

    /** A branch, tag or commit as git rev-parse reads it. */
    private static void checkRevision(String field, String revision) {
        Invalid.require(
                isText(revision, LONGEST_NAME) && !revision.startsWith("-"),
                CODE,
                field,
                "This is no branch, tag or commit.",
                "Give a name or id of at most " + LONGEST_NAME + " characters.");
    }

    /** A tag's name, as git check-ref-format has it. */
    public static void checkName(String field, @Nullable String name) {
        boolean fits = name != null
                && isText(name, LONGEST_NAME)
                && name.chars().noneMatch(c -> " ~^:?*[\\".indexOf(c) >= 0)
                && !name.contains("..")
                && !name.contains("@{")
                && !name.contains("//")
                && !name.contains("/.")
                && !name.startsWith("-")
                && !name.startsWith("/")
                && !name.startsWith(".")
                && !name.endsWith("/")
                && !name.endsWith(".")
                && !name.endsWith(".lock");
        Invalid.require(
                fits,
                CODE,
                field,
                Invalid.shown(String.valueOf(name)) + " is no name for a tag.",
                "Use what git check-ref-format allows, for example v1.2.0.");
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }
}
