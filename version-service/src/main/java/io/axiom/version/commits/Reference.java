package io.axiom.version.commits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issue a message points at, such as {@code Closes octo/tools#12}.
 *
 * @param action the word before it that says what becomes of the issue; null when it is only mentioned
 */
public record Reference(
        @Nullable String action,
        @Nullable String owner,
        @Nullable String repository,
        String issue) {
    private static final Set<String> ACTIONS =
            Set.of("close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved");

    /** For example {@code octo/tools#12}. */
    public String text() {
        String place = repository == null ? "" : owner == null ? repository : owner + '/' + repository;
        return place + '#' + issue;
    }

    /** Every issue named in the text, in order. */
    static List<Reference> in(String text) {
        List<Reference> found = new ArrayList<>();
        text.lines().forEach(line -> {
            String action = null;
            for (String word : line.split("[\\s,;]+", -1)) {
                String plain = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
                int hash = word.indexOf('#');
                if (ACTIONS.contains(plain.toLowerCase(Locale.ROOT))) {
                    action = plain;
                } else if (hash >= 0) {
                    add(action, word.substring(0, hash), word.substring(hash + 1), found);
                }
            }
        });
        return List.copyOf(found);
    }

    private static void add(@Nullable String action, String place, String after, List<Reference> found) {
        int end = 0;
        while (end < after.length() && (Character.isLetterOrDigit(after.charAt(end)) || after.charAt(end) == '-')) {
            end++;
        }
        String where = place.startsWith("(") ? place.substring(1) : place;
        if (end == 0 || !isPlace(where)) {
            return;
        }
        int slash = where.indexOf('/');
        String owner = slash > 0 ? where.substring(0, slash) : null;
        String repository = where.isEmpty() ? null : where.substring(slash + 1);
        found.add(new Reference(action, owner, repository, after.substring(0, end)));
    }

    /** Nothing, {@code repository}, or {@code owner/repository}. */
    private static boolean isPlace(String where) {
        return where.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-/".indexOf(c) >= 0)
                && where.indexOf('/') == where.lastIndexOf('/');
    }
}
