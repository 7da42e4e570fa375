package io.axiom.version.surface.jsonschema.logic;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Regular expressions of schemas (ECMA-262, searched anywhere in the text), matched by RE2 in linear time. Expressions RE2
 * does not know or reads differently, and those too costly, have an unknown result.
 */
public final class Patterns {
    private static final int MAX_LENGTH = 2_000;
    private static final long MAX_SIZE = 20_000;
    private static final long MAX_WORK = 10_000_000;
    private static final long WORK_PER_STEP = 1_000;

    /** Read by both, but not alike: ECMA's \s is Unicode's white space, [] is the empty class; flags and Perl's are RE2's. */
    private static final List<String> READ_DIFFERENTLY =
            List.of("\\s", "\\S", "\\z", "\\A", "\\Q", "\\C", "\\a", "(?i", "(?m", "(?s", "(?U", "[[:", "[]", "[^]");

    private final Map<String, Optional<Pattern>> compiled = new HashMap<>();
    private final Budget budget;

    public Patterns(Budget budget) {
        this.budget = budget;
    }

    public Truth matches(String pattern, String text) {
        long work = PatternSize.of(pattern) * text.length();
        if (work > MAX_WORK || !budget.spend(1 + work / WORK_PER_STEP)) {
            return Truth.UNKNOWN;
        }
        return compiled.computeIfAbsent(pattern, Patterns::compile)
                .map(known -> Truth.of(known.matcher(text).find()))
                .orElse(Truth.UNKNOWN);
    }

    public boolean isUnderstood(String pattern) {
        return compiled.computeIfAbsent(pattern, Patterns::compile).isPresent();
    }

    private static Optional<Pattern> compile(String pattern) {
        if (pattern.length() > MAX_LENGTH
                || PatternSize.of(pattern) > MAX_SIZE
                || READ_DIFFERENTLY.stream().anyMatch(pattern::contains)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
