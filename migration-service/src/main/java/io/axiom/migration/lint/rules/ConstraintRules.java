package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Constraint.Option;
import io.axiom.migration.sql.syntax.Definition.AlterTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Constraints added to tables with rows. */
final class ConstraintRules {
    private ConstraintRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "adding-foreign-key-constraint",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A foreign key that is checked at once blocks writes to both tables during the scan.",
                        "Add it with NOT VALID, and run VALIDATE CONSTRAINT in another transaction.",
                        Checks.addedConstraints(Kind.FOREIGN_KEY, (key, place, report) -> {
                            if (isChecked(key)) {
                                report.add(
                                        place.step(),
                                        key.offset(),
                                        "Writes to this table and to '" + key.references()
                                                + "' wait while every row is checked.");
                            }
                        })),
                new Rule(
                        "constraint-missing-not-valid",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A constraint that is checked at once blocks the table during the scan.",
                        "Add it with NOT VALID, and run VALIDATE CONSTRAINT in another transaction.",
                        ConstraintRules::notValid),
                new Rule(
                        "disallowed-unique-constraint",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A unique constraint builds its index while nobody can read or write the table.",
                        "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … UNIQUE USING INDEX.",
                        Checks.addedConstraints(
                                Kind.UNIQUE, (unique, place, report) -> index(unique, place, report, "unique"))),
                new Rule(
                        "adding-serial-primary-key-field",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A primary key builds its index while nobody can read or write the table.",
                        "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX.",
                        Checks.addedConstraints(
                                Kind.PRIMARY_KEY, (key, place, report) -> index(key, place, report, "primary key's"))));
    }

    private static boolean isChecked(Constraint constraint) {
        return !constraint.has(Option.NOT_VALID) && !constraint.has(Option.NOT_ENFORCED);
    }

    private static void index(Constraint constraint, Checks.Place place, Report report, String what) {
        if (!constraint.has(Option.USING_INDEX)) {
            report.add(
                    place.step(),
                    constraint.offset(),
                    "Nobody can read or write the table while the " + what + " index is built.");
        }
    }

    private static void notValid(Script script, Report report) {
        Checks.Look<Constraint> look = (constraint, place, to) -> {
            if (isChecked(constraint)) {
                to.add(place.step(), constraint.offset(), "The table is blocked while every row is checked.");
            }
        };
        Checks.addedConstraints(Kind.CHECK, look).check(script, report);
        Checks.actions(AlterAction.AddConstraint.class, (add, place, to) -> {
                    if (add.constraint().kind() == Kind.FOREIGN_KEY && !place.onNewTable()) {
                        look.at(add.constraint(), place, to);
                    }
                })
                .check(script, report);
        validatedTogether(script, report);
    }

    /** Validating under the lock that adding it took is no better than checking at once. */
    private static void validatedTogether(Script script, Report report) {
        Map<String, Integer> addedIn = new HashMap<>();
        for (Step step : script.steps()) {
            if (!(step.statement() instanceof AlterTable alter) || script.isNew(alter.table(), step)) {
                continue;
            }
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.AddConstraint(Constraint constraint, int _)
                        && constraint.name() != null) {
                    addedIn.put(constraint.name().value(), where(step));
                } else if (action instanceof AlterAction.ValidateConstraint validate
                        && addedIn.getOrDefault(validate.constraint().value(), 0) == where(step)) {
                    report.add(
                            step,
                            validate.offset(),
                            "'" + validate.constraint().value()
                                    + "' is validated in the transaction that added it, so the lock of adding it is held during the scan.");
                }
            }
        }
    }

    /** Statements outside a transaction are one of their own each. */
    private static int where(Step step) {
        return step.inTransaction() ? step.transaction() : -1 - step.index();
    }
}
