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
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Columns that become NOT NULL, or stop being so. */
final class NotNullRules {
    private static final int FIRST_TO_USE_CHECKS = 12;

    /** How many checks are remembered: the way to NOT NULL is short. */
    private static final int MOST_CHECKS = 500;

    private NotNullRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "adding-not-nullable-field",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Setting NOT NULL scans the table while nobody can read or write it.",
                        "Add CHECK (column IS NOT NULL) NOT VALID, validate it in another transaction, then SET NOT NULL: from PostgreSQL 12 on that needs no scan.",
                        NotNullRules::setNotNull),
                new Rule(
                        "ban-drop-not-null",
                        Severity.WARNING,
                        Checks.POSTGRESQL,
                        "Programs may not expect NULL where it never was.",
                        "Make every reader ready for NULL first.",
                        Checks.actions(
                                AlterAction.DropNotNull.class,
                                (drop, place, report) -> report.add(
                                        place.step(),
                                        drop.offset(),
                                        "'" + drop.column().value()
                                                + "' may become NULL, which programs may not expect."))));
    }

    /** A check seen in this script. */
    private static final class Known {
        private final QualifiedName table;
        private final String constraint;
        private final List<Name> columns;
        private boolean validated;

        Known(QualifiedName table, String constraint, List<Name> columns, boolean validated) {
            this.table = table;
            this.constraint = constraint;
            this.columns = columns;
            this.validated = validated;
        }
    }

    private static void setNotNull(Script script, Report report) {
        List<Known> checks = new ArrayList<>();
        boolean usesChecks = script.options().postgresVersion() >= FIRST_TO_USE_CHECKS;
        for (Step step : script.steps()) {
            if (!(step.statement() instanceof AlterTable alter)) {
                continue;
            }
            for (AlterAction action : alter.actions()) {
                follow(alter.table(), action, checks);
                if (checks.size() > MOST_CHECKS) {
                    checks.removeFirst();
                }
                boolean scans = action instanceof AlterAction.SetNotNull set
                        && !script.isNew(alter.table(), step)
                        && !(usesChecks && proven(alter.table(), set.column(), checks));
                if (scans) {
                    report.add(
                            step, action.offset(), "Nobody can read or write the table while it is scanned for NULL.");
                } else if (action instanceof AlterAction.AddConstraint(Constraint constraint, int offset)
                        && constraint.kind() == Kind.NOT_NULL
                        && !constraint.has(Option.NOT_VALID)) {
                    report.add(step, offset, "Nobody can read or write the table while it is scanned for NULL.");
                }
            }
        }
    }

    private static void follow(QualifiedName table, AlterAction action, List<Known> checks) {
        switch (action) {
            case AlterAction.AddConstraint(Constraint constraint, int _)
            when constraint.name() != null -> {
                List<Name> columns = constraint.kind() == Kind.NOT_NULL
                        ? constraint.columns()
                        : constraint.expression().notNullColumns();
                checks.add(new Known(table, constraint.name().value(), columns, !constraint.has(Option.NOT_VALID)));
            }
            case AlterAction.ValidateConstraint validate -> validate(table, validate.constraint(), checks);
            case AlterAction.DropConstraint drop ->
                checks.removeIf(check -> check.table.mayBe(table)
                        && check.constraint.equals(drop.constraint().value()));
            default -> {}
        }
    }

    /** A constraint of an earlier migration may be the check that is needed: its author says so by validating it here. */
    private static void validate(QualifiedName table, Name constraint, List<Known> checks) {
        boolean found = false;
        for (Known check : checks) {
            if (check.table.mayBe(table) && check.constraint.equals(constraint.value())) {
                check.validated = true;
                found = true;
            }
        }
        if (!found) {
            checks.add(new Known(table, constraint.value(), List.of(new Name("*", false, 0)), true));
        }
    }

    private static boolean proven(QualifiedName table, Name column, List<Known> checks) {
        return checks.stream()
                .anyMatch(check -> check.validated
                        && check.table.mayBe(table)
                        && check.columns.stream()
                                .anyMatch(name ->
                                        name.same(column) || name.value().equals("*")));
    }
}
