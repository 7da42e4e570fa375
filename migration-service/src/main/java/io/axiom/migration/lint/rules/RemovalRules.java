package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Definition.Drop;
import java.util.List;

/** What takes something away. */
final class RemovalRules {
    private RemovalRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "ban-drop-column",
                        Severity.WARNING,
                        Checks.ALL,
                        "Programs that still name the column fail, and its values are gone.",
                        "Stop using it in every program first; drop it in a later release.",
                        Checks.actions(
                                AlterAction.DropColumn.class,
                                (drop, place, report) -> report.add(
                                        place.step(),
                                        drop.offset(),
                                        "The values of '" + drop.column().value()
                                                + "' are lost, and programs that name it fail."))),
                drop("ban-drop-table", "table", "Stop using it in every program first; drop it in a later release."),
                drop("ban-drop-database", "database", "This is hardly ever meant. Do it by hand if it is."),
                new Rule(
                        "ban-truncate-cascade",
                        Severity.WARNING,
                        Checks.POSTGRESQL,
                        "CASCADE also empties every table that refers to these, and those that refer to them.",
                        "Name each table that is meant.",
                        Checks.statements(Change.Truncate.class, (truncate, place, report) -> {
                            if (truncate.cascade()) {
                                report.add(place.step(), "Tables that refer to these are emptied too.");
                            }
                        })),
                new Rule(
                        "drop-used-by-view",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "What a view reads cannot be dropped without it.",
                        "Replace or drop the view first.",
                        ViewReaders::check),
                new Rule(
                        "whole-table-change",
                        Severity.WARNING,
                        Checks.ALL,
                        "UPDATE or DELETE without WHERE changes every row in one transaction.",
                        "Make it a data migration that runs in batches, or say which rows are meant.",
                        Checks.statements(Change.Write.class, (write, place, report) -> {
                            boolean whole = write.verb() == Change.Verb.UPDATE || write.verb() == Change.Verb.DELETE;
                            if (whole && !write.filtered() && !place.script().isNew(write.table(), place.step())) {
                                report.add(
                                        place.step(),
                                        "Every row of '" + write.table() + "' is changed in one transaction.");
                            }
                        })));
    }

    private static Rule drop(String id, String object, String instead) {
        return new Rule(
                id,
                Severity.WARNING,
                Checks.ALL,
                "Programs that still use the " + object + " fail, and what is in it is gone.",
                instead,
                Checks.statements(Drop.class, (drop, place, report) -> {
                    if (drop.object().equals(object)) {
                        report.add(
                                place.step(), "What is in the " + object + " is lost, and programs that use it fail.");
                    }
                }));
    }
}
