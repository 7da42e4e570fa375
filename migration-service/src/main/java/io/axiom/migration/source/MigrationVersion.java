package io.axiom.migration.source;

import java.util.Arrays;
import java.util.List;

/**
 * A migration's version: parts between full stops, underscores or hyphens. Parts of digits compare as numbers of any size, missing
 * ones are zero, so that {@code 1}, {@code 1.0} and {@code 01} are equal, as Flyway has it; other parts compare as text, after
 * numbers.
 */
public record MigrationVersion(String text) implements Comparable<MigrationVersion> {

    /** Longest accepted, in characters. */
    static final int LONGEST = 100;

    /** Whether a text can be a version: it starts with a digit and holds letters, digits and separators only. */
    static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && isDigit(text.charAt(0))
                && text.chars().allMatch(c -> isPart(c) || isSeparator(c));
    }

    private static boolean isPart(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSeparator(int c) {
        return c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it is made of numbers only, as Flyway demands. */
    boolean isNumeric() {
        return text.chars().allMatch(c -> isDigit(c) || c == '.' || c == '_')
                && !text.contains("..")
                && !text.contains("__");
    }

    private List<String> parts() {
        return Arrays.stream(text.split("[._+-]", -1))
                .map(MigrationVersion::canonical)
                .toList();
    }

    private static String canonical(String part) {
        if (!part.chars().allMatch(MigrationVersion::isDigit)) {
            return part;
        }
        int zeros = 0;
        while (zeros < part.length() && part.charAt(zeros) == '0') {
            zeros++;
        }
        return part.substring(zeros);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        List<String> mine = parts();
        List<String> theirs = other.parts();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = compare(i < mine.size() ? mine.get(i) : "", i < theirs.size() ? theirs.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(String a, String b) {
        boolean aNumber = a.chars().allMatch(MigrationVersion::isDigit);
        boolean bNumber = b.chars().allMatch(MigrationVersion::isDigit);
        if (aNumber != bNumber) {
            return aNumber ? -1 : 1;
        }
        int byLength = aNumber ? Integer.compare(a.length(), b.length()) : 0;
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        List<String> parts = parts();
        int last = parts.size();
        while (last > 0 && parts.get(last - 1).isEmpty()) {
            last--;
        }
        return parts.subList(0, last).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
