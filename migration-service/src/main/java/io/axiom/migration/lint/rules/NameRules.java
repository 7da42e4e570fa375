package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that are too long, repeated, or leave open what they mean. */
final class NameRules {
    private NameRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "identifier-too-long",
                        Severity.WARNING,
                        Checks.POSTGRESQL,
                        "PostgreSQL cuts names after 63 bytes and goes on.",
                        "Choose a shorter name.",
                        (script, report) -> script.steps()
                                .forEach(
                                        step -> step.longNames()
                                                .forEach(
                                                        name -> report.add(
                                                                step,
                                                                name.offset(),
                                                                "The name is cut after 63 bytes, so the table or column is called otherwise.")))),
                new Rule(
                        "require-table-schema",
                        Severity.ADVICE,
                        Checks.POSTGRESQL,
                        "Which table is meant depends on the search path of whoever runs this.",
                        "Write the schema before the name: public.orders.",
                        NameRules::withoutSchema),
                new Rule(
                        "ban-duplicate-column-assignments",
                        Severity.ERROR,
                        Checks.ALL,
                        "A column named twice makes the statement fail.",
                        "Name it once.",
                        NameRules::duplicates));
    }

    private static void withoutSchema(Script script, Report report) {
        for (Step step : script.steps()) {
            switch (step.statement()) {
                case Definition.CreateTable create
                when !create.temporary() -> schema(create.table(), script, step, report);
                case Definition.AlterTable alter -> schema(alter.table(), script, step, report);
                case Definition.Drop drop
                when drop.object().equals("table") ->
                    drop.names().forEach(table -> schema(table, script, step, report));
                default -> {}
            }
        }
    }

    private static void schema(QualifiedName table, Script script, Step step, Report report) {
        if (!table.isQualified() && !script.isTemporary(table, step)) {
            report.add(step, table.offset(), "'" + table + "' may be a table of any schema in the search path.");
        }
    }

    private static void duplicates(Script script, Report report) {
        for (Step step : script.steps()) {
            switch (step.statement()) {
                case Change.Write write -> write.columns().forEach(names -> repeated(names, step, report));
                case Definition.CreateTable create ->
                    repeated(create.columns().stream().map(Column::name).toList(), step, report);
                case Definition.CreateView view -> repeated(view.columns(), step, report);
                case Definition.AlterTable alter -> repeated(added(alter), step, report);
                default -> {}
            }
        }
    }

    private static List<Name> added(Definition.AlterTable alter) {
        return alter.actions().stream()
                .filter(action -> action instanceof AlterAction.AddColumn)
                .map(action -> ((AlterAction.AddColumn) action).column().name())
                .toList();
    }

    private static void repeated(List<Name> names, Step step, Report report) {
        Map<String, Integer> seen = new HashMap<>();
        names.forEach(name -> seen.merge(name.value(), 1, Integer::sum));
        names.stream()
                .filter(name -> seen.getOrDefault(name.value(), 0) > 1)
                .forEach(name -> report.add(step, name.offset(), "'" + name.value() + "' is named more than once."));
    }
}
