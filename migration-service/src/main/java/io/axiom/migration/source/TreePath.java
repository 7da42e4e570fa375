package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a commit.
 *
 * @param names from the top of the repository, which is none
 */
public record TreePath(List<String> names) {
    private static final int LONGEST = 500;

    public TreePath {
        names = List.copyOf(names);
    }

    /**
     * Reads {@code db/migrations}; null, an empty text or {@code .} for the top.
     *
     * @throws RejectedException {@code migration.source.path}
     */
    public static TreePath parse(@Nullable String text) {
        String path = text == null
                ? ""
                : text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
        if (path.isEmpty() || path.equals(".")) {
            return new TreePath(List.of());
        }
        List<String> names = List.of(path.split("/", -1));
        boolean plain = path.length() <= LONGEST
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                && names.stream().noneMatch(name -> name.isBlank() || name.equals(".") || name.equals(".."));
        if (!plain) {
            throw Refusals.invalid(
                    "path",
                    "'" + Refusals.quote(path) + "' cannot be a folder of a repository.",
                    "Give the path from the repository's top, such as db/migrations: at most " + LONGEST
                            + " characters, with / between names, and no '..'.");
        }
        return new TreePath(names);
    }

    /** The path of what is in it, from the top. */
    String resolve(String inside) {
        return names.isEmpty() ? inside : this + "/" + inside;
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "." : String.join("/", names);
    }
}
