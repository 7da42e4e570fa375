package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Constraint.Option;
import io.axiom.migration.sql.syntax.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns added to tables with rows. */
final class AddedColumnRules {
    private static final int FIRST_WITH_FAST_DEFAULTS = 11;

    private AddedColumnRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "adding-field-with-default",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "A new column whose value must be computed for each row rewrites the table.",
                        "Add the column without the default, set the default for new rows with ALTER COLUMN SET DEFAULT, fill old rows in batches.",
                        Checks.addedColumns(AddedColumnRules::withDefault)),
                new Rule(
                        "adding-required-field",
                        Severity.ERROR,
                        Checks.ALL,
                        "A new column that is NOT NULL without a default fails on a table with rows, and old programs cannot insert.",
                        "Let it be NULL at first, or give it a default that is not volatile.",
                        Checks.addedColumns(AddedColumnRules::required)),
                new Rule(
                        "table-rewrite",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Serial and identity columns number every row there is, which rewrites the table.",
                        "Add a plain column, fill it in batches, then attach a sequence.",
                        Checks.addedColumns(AddedColumnRules::numbered)));
    }

    private static void withDefault(Column column, Checks.Place place, Report report) {
        column.defaultValue().ifPresent(value -> {
            boolean old = place.script().options().postgresVersion() < FIRST_WITH_FAST_DEFAULTS;
            if (old || !StableFunctions.only(value.expression())) {
                report.add(
                        place.step(),
                        value.offset(),
                        "The default of '" + column.name().value() + "' "
                                + (old ? "is written into every row by this version" : "may differ from row to row")
                                + ", so the table is rewritten while nobody can read or write it.");
            }
        });
        column.constraint(Kind.GENERATED)
                .filter(generated -> generated.has(Option.STORED))
                .ifPresent(
                        generated -> report.add(
                                place.step(),
                                generated.offset(),
                                "The generated column '" + column.name().value()
                                        + "' is computed for every row, so the table is rewritten while nobody can read or write it."));
    }

    private static void required(Column column, Checks.Place place, Report report) {
        boolean filled = column.defaultValue().isPresent()
                || column.has(Kind.GENERATED)
                || column.has(Kind.IDENTITY)
                || isSerial(column.type())
                || (place.script().dialect().isMySqlFamily() && isAutoIncrement(column));
        column.constraint(Kind.NOT_NULL)
                .filter(_ -> !filled)
                .ifPresent(
                        constraint -> report.add(
                                place.step(),
                                constraint.offset(),
                                "'" + column.name().value() + "' is NOT NULL and has no default: "
                                        + (place.script().dialect() == Dialect.POSTGRESQL
                                                ? "this fails where the table has rows, and programs that do not know it cannot insert."
                                                : "programs that do not know it cannot insert, or insert a value nobody chose.")));
    }

    private static boolean isAutoIncrement(Column column) {
        return column.constraints().stream().map(Constraint::kind).anyMatch(Kind.PRIMARY_KEY::equals);
    }

    private static boolean isSerial(@Nullable TypeName type) {
        return type != null && ColumnTypeRules.SERIALS.contains(type.base());
    }

    private static void numbered(Column column, Checks.Place place, Report report) {
        if (column.has(Kind.IDENTITY) || isSerial(column.type())) {
            report.add(
                    place.step(),
                    column.name().offset(),
                    "'" + column.name().value()
                            + "' numbers every row, so the table is rewritten while nobody can read or write it.");
        }
    }
}
