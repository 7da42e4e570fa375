package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements that fail when a script that failed half-way is run again. */
final class RobustRules {
    private static final Set<String> GUARDED_DROPS = Set.of("table", "index", "type");

    private RobustRules() {}

    static List<Rule> rules() {
        return List.of(new Rule(
                "prefer-robust-stmts",
                Severity.ADVICE,
                Checks.POSTGRESQL,
                "Outside a transaction a script may stop half-way, and this statement fails when it is run again.",
                "Say IF EXISTS or IF NOT EXISTS, or put the statements into a transaction.",
                RobustRules::check));
    }

    private static void check(Script script, Report report) {
        Set<String> dropped = new HashSet<>();
        Set<String> handled = new HashSet<>();
        for (Step step : script.steps()) {
            switch (step.statement()) {
                case Definition.AlterTable alter ->
                    alter.actions().forEach(action -> action(action, step, dropped, handled, report));
                // CONCURRENTLY is outside any transaction; without a name, IF NOT EXISTS cannot be said at all.
                case Definition.CreateIndex index
                when !index.ifNotExists() -> require(index.concurrently() || !step.inTransaction(), step, report);
                case Definition.CreateTable create
                when !create.ifNotExists() && !vanishes(create) -> require(!step.inTransaction(), step, report);
                case Definition.Drop drop
                when !drop.ifExists() && GUARDED_DROPS.contains(drop.object()) ->
                    require(drop.concurrently() || !step.inTransaction(), step, report);
                default -> {}
            }
        }
    }

    private static boolean vanishes(Definition.CreateTable create) {
        return create.temporary() && create.dropOnCommit();
    }

    private static void require(boolean broken, Step step, Report report) {
        if (broken) {
            report.add(step, "This fails when the script stopped after it and is run again.");
        }
    }

    private static void action(AlterAction action, Step step, Set<String> dropped, Set<String> handled, Report report) {
        boolean repeatable = switch (action) {
            case AlterAction.AddColumn add -> add.ifNotExists();
            case AlterAction.DropColumn drop -> drop.ifExists();
            case AlterAction.DropConstraint drop -> {
                remember(drop.constraint(), dropped, handled);
                yield drop.ifExists();
            }
            // Dropped before, it can be added again; but only once.
            case AlterAction.AddConstraint(Constraint constraint, int _) ->
                constraint.name() != null && dropped.remove(constraint.name().value());
            // Harmless to repeat where the script itself made the constraint.
            case AlterAction.ValidateConstraint validate ->
                handled.contains(validate.constraint().value());
            default -> false;
        };
        if (!repeatable && !step.inTransaction()) {
            report.add(step, action.offset(), "This fails when the script stopped after it and is run again.");
        }
    }

    private static void remember(Name constraint, Set<String> dropped, Set<String> handled) {
        dropped.add(constraint.value());
        handled.add(constraint.value());
    }
}
