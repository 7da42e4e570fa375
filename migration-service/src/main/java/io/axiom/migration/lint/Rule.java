package io.axiom.migration.lint;

import io.axiom.migration.sql.Dialect;
import java.util.Set;

/**
 * One thing to look for.
 *
 * @param id stable, in kebab case
 * @param dialects those it is asked for
 * @param about what it is about, in one sentence
 * @param instead what to do instead
 */
public record Rule(String id, Severity severity, Set<Dialect> dialects, String about, String instead, Check check) {

    /** How it looks. Holds no state. */
    @FunctionalInterface
    public interface Check {
        void check(Script script, Report report);
    }

    public Rule {
        dialects = Set.copyOf(dialects);
    }
}
