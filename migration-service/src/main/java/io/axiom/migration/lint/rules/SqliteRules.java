package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Constraint.Option;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Statement.SetParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Traps of SQLite. Sources: its pages on ALTER TABLE, foreign keys and PRAGMA. */
final class SqliteRules {
    private SqliteRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "sqlite-alter-unsupported",
                        Severity.ERROR,
                        Checks.SQLITE,
                        "SQLite's ALTER TABLE can rename, and add or drop a plain column; nothing else.",
                        "Make a new table, copy the rows, drop the old table, rename the new one: SQLite's twelve steps.",
                        Checks.actions(AlterAction.class, SqliteRules::unsupported)),
                new Rule(
                        "sqlite-foreign-keys-off",
                        Severity.WARNING,
                        Checks.SQLITE,
                        "Foreign keys are not checked unless each connection says so.",
                        "PRAGMA foreign_keys = ON on every connection, and PRAGMA foreign_key_check in the migration.",
                        SqliteRules::foreignKeysOff),
                new Rule(
                        "sqlite-pragma-in-transaction",
                        Severity.ERROR,
                        Checks.SQLITE,
                        "PRAGMA foreign_keys and journal_mode do nothing in a transaction, without an error.",
                        "Set transactional: false and put the pragma before BEGIN.",
                        Checks.statements(SetParameter.class, (set, place, report) -> {
                            boolean idle = set.name().equals("foreign_keys")
                                    || set.name().equals("journal_mode");
                            if (idle
                                    && set.value() != null
                                    && !set.value().isEmpty()
                                    && place.step().inTransaction()) {
                                report.add(
                                        place.step(),
                                        "'" + set.name() + "' is not changed, because a transaction is open.");
                            }
                        })));
    }

    private static void unsupported(AlterAction action, Checks.Place place, Report report) {
        @Nullable
        String why = switch (action) {
            case AlterAction.AddColumn add -> cannotAdd(add.column());
            case AlterAction.RenameColumn _, AlterAction.RenameTable _, AlterAction.DropColumn _ -> null;
            default -> "SQLite has no such form of ALTER TABLE.";
        };
        if (why != null) {
            report.add(place.step(), action.offset(), why);
        } else if (place.alter() != null && place.alter().actions().size() > 1) {
            report.add(place.step(), action.offset(), "SQLite takes one action per ALTER TABLE.");
        }
    }

    private static @Nullable String cannotAdd(Column column) {
        if (column.has(Kind.PRIMARY_KEY) || column.has(Kind.UNIQUE)) {
            return "SQLite cannot add a column that is PRIMARY KEY or UNIQUE.";
        }
        if (column.constraint(Kind.GENERATED)
                .filter(value -> value.has(Option.STORED))
                .isPresent()) {
            return "SQLite cannot add a generated column that is STORED.";
        }
        if (column.defaultValue().filter(value -> !isConstant(value)).isPresent()) {
            return "SQLite cannot add a column whose default is not a constant.";
        }
        boolean emptyRequired =
                column.has(Kind.NOT_NULL) && column.defaultValue().isEmpty();
        return emptyRequired ? "SQLite cannot add a NOT NULL column without a default." : null;
    }

    private static boolean isConstant(Constraint value) {
        return value.expression().tokens().stream()
                .noneMatch(token -> token.isSymbol("(")
                        || token.is("current_timestamp")
                        || token.is("current_date")
                        || token.is("current_time"));
    }

    private static void foreignKeysOff(Script script, Report report) {
        boolean said = script.steps().stream()
                .anyMatch(step -> step.statement() instanceof SetParameter set
                        && (set.name().equals("foreign_keys") || set.name().equals("foreign_key_check")));
        for (Step step : script.steps()) {
            if (!said && step.statement() instanceof Definition.CreateTable create) {
                foreignKeys(create)
                        .findFirst()
                        .ifPresent(key -> report.add(
                                step,
                                key.offset(),
                                "This foreign key is not checked on a connection that has not said so."));
            }
        }
    }

    private static Stream<Constraint> foreignKeys(Definition.CreateTable create) {
        return Stream.concat(
                        create.constraints().stream(),
                        create.columns().stream().flatMap(column -> column.constraints().stream()))
                .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY);
    }
}
