package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule.Check;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Definition.AlterTable;
import io.axiom.migration.sql.syntax.Definition.CreateTable;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.TypeName;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes most rules have. */
final class Checks {
    static final Set<Dialect> POSTGRESQL = EnumSet.of(Dialect.POSTGRESQL);
    static final Set<Dialect> MYSQL = EnumSet.of(Dialect.MYSQL, Dialect.MARIADB);
    static final Set<Dialect> SQLITE = EnumSet.of(Dialect.SQLITE);
    static final Set<Dialect> ALL = EnumSet.allOf(Dialect.class);

    private Checks() {}

    /** What a rule sees besides the thing itself. */
    record Place(Script script, Step step, @Nullable AlterTable alter) {
        /** Whether the altered table was made in the same transaction. */
        boolean onNewTable() {
            return alter != null && script.isNew(alter.table(), step);
        }
    }

    interface Look<T> {
        void at(T thing, Place place, Report report);
    }

    static <S extends Statement> Check statements(Class<S> type, Look<S> look) {
        return (script, report) -> {
            for (Step step : script.steps()) {
                if (type.isInstance(step.statement())) {
                    look.at(type.cast(step.statement()), new Place(script, step, null), report);
                }
            }
        };
    }

    static <A extends AlterAction> Check actions(Class<A> type, Look<A> look) {
        return statements(AlterTable.class, (alter, place, report) -> {
            for (AlterAction action : alter.actions()) {
                if (type.isInstance(action)) {
                    look.at(type.cast(action), new Place(place.script(), place.step(), alter), report);
                }
            }
        });
    }

    /** Columns added to tables that exist. */
    static Check addedColumns(Look<Column> look) {
        return actions(AlterAction.AddColumn.class, (add, place, report) -> {
            if (!place.onNewTable()) {
                look.at(add.column(), place, report);
            }
        });
    }

    /** Constraints added to tables that exist, by themselves or with a column. */
    static Check addedConstraints(Constraint.Kind kind, Look<Constraint> look) {
        return actions(AlterAction.class, (action, place, report) -> {
            if (action instanceof AlterAction.AddConstraint add
                    && add.constraint().kind() == kind
                    && !place.onNewTable()) {
                look.at(add.constraint(), place, report);
            } else if (action instanceof AlterAction.AddColumn add && !place.onNewTable()) {
                add.column().constraint(kind).ifPresent(constraint -> look.at(constraint, place, report));
            }
        });
    }

    /** Every type a column is given. */
    static Check columnTypes(Look<TypeName> look) {
        return (script, report) -> {
            for (Step step : script.steps()) {
                Place place = new Place(script, step, null);
                if (step.statement() instanceof CreateTable create) {
                    create.columns().forEach(column -> type(column, look, place, report));
                } else if (step.statement() instanceof AlterTable alter) {
                    alter.actions().forEach(action -> type(action, look, place, report));
                }
            }
        };
    }

    private static void type(AlterAction action, Look<TypeName> look, Place place, Report report) {
        switch (action) {
            case AlterAction.AddColumn add -> type(add.column(), look, place, report);
            case AlterAction.RedefineColumn redefine -> type(redefine.definition(), look, place, report);
            case AlterAction.SetType set -> look.at(set.type(), place, report);
            default -> {}
        }
    }

    private static void type(Column column, Look<TypeName> look, Place place, Report report) {
        if (column.type() != null) {
            look.at(column.type(), place, report);
        }
    }
}
