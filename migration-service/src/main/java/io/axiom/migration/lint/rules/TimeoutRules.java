package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.lint.locks.LockMode;
import io.axiom.migration.lint.locks.LockOf;
import io.axiom.migration.lint.locks.StatementLock;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Statement.SetParameter;
import java.util.List;
import java.util.Optional;

/** Locks waited for without a limit. */
final class TimeoutRules {
    private TimeoutRules() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        "require-lock-timeout",
                        "lock_timeout",
                        "While it waits for its lock, everyone who comes after it waits too.",
                        "SET lock_timeout = '1s'; before it, and try again when it runs out."),
                rule(
                        "require-statement-timeout",
                        "statement_timeout",
                        "It may hold its lock for as long as it runs.",
                        "SET statement_timeout = '5s'; before it, or what the statement may need."));
    }

    private static Rule rule(String id, String parameter, String consequence, String instead) {
        return new Rule(
                id,
                Severity.ADVICE,
                Checks.POSTGRESQL,
                "A statement that takes a lock should have a " + parameter + ".",
                instead,
                (script, report) -> firstWithout(script, parameter)
                        .ifPresent(step -> report.add(
                                step,
                                "No " + parameter + " is set before this takes "
                                        + LockOf.statement(step.statement())
                                                .mode()
                                                .sql() + ". " + consequence)));
    }

    /** The first is enough: a setting belongs at the start of the script. */
    private static Optional<Step> firstWithout(Script script, String parameter) {
        boolean session = false;
        int localIn = 0;
        for (Step step : script.steps()) {
            if (step.statement() instanceof SetParameter set && isAbout(set, parameter)) {
                session = set.local() ? session : set.value() != null;
                localIn = set.local() && set.value() != null ? step.transaction() : 0;
            }
            boolean set = session || (localIn != 0 && localIn == step.transaction());
            if (!set && needsLock(script, step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static boolean isAbout(SetParameter set, String parameter) {
        return set.name().equals(parameter)
                || (set.value() == null && (set.name().isEmpty() || set.name().equals("all")));
    }

    private static boolean needsLock(Script script, Step step) {
        if (step.statement() instanceof Change && !(step.statement() instanceof Change.Truncate)) {
            return false;
        }
        StatementLock lock = LockOf.statement(step.statement());
        boolean onlyNew =
                !lock.tables().isEmpty() && lock.tables().stream().allMatch(table -> script.isNew(table, step));
        return lock.mode() != LockMode.UNKNOWN && !onlyNew;
    }
}
