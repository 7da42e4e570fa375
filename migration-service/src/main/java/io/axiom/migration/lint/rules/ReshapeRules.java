package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Definition.AddEnumValue;
import io.axiom.migration.sql.syntax.Definition.AlterDomain;
import io.axiom.migration.sql.syntax.Definition.CreateDomain;
import java.util.List;

/** Renames, changes of type, domains and enums. */
final class ReshapeRules {
    private ReshapeRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "renaming-column",
                        Severity.WARNING,
                        Checks.ALL,
                        "Programs of the version before use the old name.",
                        "Keep the name, or add the new column, write both, move readers, then drop the old one.",
                        Checks.actions(AlterAction.class, ReshapeRules::renamedColumn)),
                new Rule(
                        "renaming-table",
                        Severity.WARNING,
                        Checks.ALL,
                        "Programs of the version before use the old name.",
                        "Keep the name, or put a view with the new name before it until nobody uses the old one.",
                        Checks.actions(
                                AlterAction.RenameTable.class,
                                (rename, place, report) -> report.add(
                                        place.step(),
                                        rename.offset(),
                                        "Programs that use the table's old name fail."))),
                new Rule(
                        "changing-column-type",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A new type mostly means that the table is rewritten while nobody can read or write it.",
                        "Add a column of the new type, write both, fill it in batches, move readers. Allow this where the types share their form, as varchar and text do.",
                        Checks.actions(
                                AlterAction.SetType.class,
                                (set, place, report) -> report.add(
                                        place.step(),
                                        set.offset(),
                                        "'" + set.column().value()
                                                + "' changes its type: the table may be rewritten while nobody can read or write it."))),
                new Rule(
                        "ban-create-domain-with-constraint",
                        Severity.WARNING,
                        Checks.POSTGRESQL,
                        "Columns of a domain with constraints are checked all at once when it changes.",
                        "Put the constraint on the columns.",
                        Checks.statements(
                                CreateDomain.class,
                                (domain, place, report) -> domain.constraints().stream()
                                        .findFirst()
                                        .ifPresent(constraint -> domain(constraint, place, report)))),
                new Rule(
                        "ban-alter-domain-with-add-constraint",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A constraint added to a domain is checked on every column of it, under locks.",
                        "Put the constraint on the columns, with NOT VALID.",
                        Checks.statements(AlterDomain.class, (domain, place, report) -> {
                            if (domain.added() != null) {
                                domain(domain.added(), place, report);
                            }
                        })),
                new Rule(
                        "require-enum-value-ordering",
                        Severity.ADVICE,
                        Checks.POSTGRESQL,
                        "A value added without a place comes last, which comparisons may not expect.",
                        "Say BEFORE or AFTER which value it comes.",
                        Checks.statements(AddEnumValue.class, (add, place, report) -> {
                            if (!add.placed()) {
                                report.add(place.step(), add.offset(), "The new value is greater than every other.");
                            }
                        })));
    }

    private static void renamedColumn(AlterAction action, Checks.Place place, Report report) {
        if (action instanceof AlterAction.RenameColumn rename) {
            report.add(
                    place.step(),
                    rename.offset(),
                    "Programs that use the name '" + rename.from().value() + "' fail.");
        } else if (action instanceof AlterAction.RedefineColumn change && change.renames()) {
            report.add(
                    place.step(),
                    change.offset(),
                    "Programs that use the name '" + change.column().value() + "' fail.");
        }
    }

    private static void domain(Constraint constraint, Checks.Place place, Report report) {
        report.add(
                place.step(),
                constraint.offset(),
                "Every column of this domain is checked when the constraint changes.");
    }
}
