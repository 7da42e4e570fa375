package io.axiom.version.git;

import io.axiom.language.RejectedException;
import java.util.List;

/**
 * Which files of a repository belong to a component: folders ({@code services/agent}) or globs ({@code *.proto},
 * {@code services/*&#47;api/**}).
 *
 * @param include empty for all files
 * @param exclude wins over include
 */
public record PathFilter(List<String> include, List<String> exclude) {
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());
    private static final int MOST = 100;
    private static final int LONGEST = 500;

    /** @throws RejectedException {@code git.path-filter-invalid} */
    public PathFilter {
        include = checked(include);
        exclude = checked(exclude);
    }

    /** Of one list, in which what starts with {@code !} excludes. */
    public static PathFilter of(List<String> patterns) {
        return new PathFilter(
                patterns.stream().filter(pattern -> !pattern.startsWith("!")).toList(),
                patterns.stream()
                        .filter(pattern -> pattern.startsWith("!"))
                        .map(pattern -> pattern.substring(1))
                        .toList());
    }

    boolean isAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    private static List<String> checked(List<String> patterns) {
        if (patterns.size() > MOST) {
            throw invalid("There are " + patterns.size() + " patterns; use at most " + MOST + ".");
        }
        for (String pattern : patterns) {
            if (pattern.isBlank() || pattern.length() > LONGEST || pattern.equals("/")) {
                throw invalid("A pattern is empty, or longer than " + LONGEST + " characters.");
            }
            if (pattern.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))
                    || List.of(pattern.split("/")).contains("..")) {
                throw invalid("A pattern contains a backslash, a control character, or a part \"..\".");
            }
        }
        return List.copyOf(patterns);
    }

    private static RejectedException invalid(String detail) {
        return Refusals.invalid(
                "git.path-filter-invalid",
                detail,
                "Use folders such as services/agent, or globs such as services/**/*.proto, from the top of the repository.");
    }
}
