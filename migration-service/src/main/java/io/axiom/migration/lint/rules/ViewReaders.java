package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Definition.AlterTable;
import io.axiom.migration.sql.syntax.Definition.CreateView;
import io.axiom.migration.sql.syntax.Definition.Drop;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows which views of a script read which tables, and finds drops of what they read. */
final class ViewReaders {
    /** How many views are remembered, the last ones. */
    private static final int MOST = 500;

    private record Reader(QualifiedName view, Set<String> names) {
        static Reader of(CreateView view) {
            Set<String> names = new HashSet<>();
            view.query().tokens().stream()
                    .filter(token -> token.isName())
                    .forEach(token -> names.add(Name.of(token).value()));
            return new Reader(view.view(), names);
        }
    }

    private final Script script;
    private final Report report;
    private final Deque<Reader> readers = new ArrayDeque<>();

    private ViewReaders(Script script, Report report) {
        this.script = script;
        this.report = report;
    }

    static void check(Script script, Report report) {
        ViewReaders readers = new ViewReaders(script, report);
        script.steps().forEach(readers::follow);
    }

    private void follow(Step step) {
        switch (step.statement()) {
            case CreateView view -> {
                readers.add(Reader.of(view));
                if (readers.size() > MOST) {
                    readers.remove();
                }
            }
            case Drop drop -> drop(drop, step);
            case AlterTable alter ->
                alter.actions().forEach(action -> {
                    if (action instanceof AlterAction.DropColumn drop && !drop.cascade()) {
                        reading(alter.table(), drop.column()).forEach(view -> add(step, drop.offset(), view));
                    }
                });
            default -> {}
        }
    }

    private void drop(Drop drop, Step step) {
        if (drop.object().endsWith("view")) {
            readers.removeIf(reader -> drop.names().stream().anyMatch(reader.view()::mayBe));
        } else if (drop.object().equals("table") && !drop.cascade()) {
            for (QualifiedName table : drop.names()) {
                reading(table, null).forEach(view -> add(step, table.offset(), view));
            }
        }
    }

    private void add(Step step, int offset, String view) {
        report.add(step, offset, "The view '" + view + "' reads it, so the statement fails.");
    }

    /** Views of this script that name the table (and the column), and those the database told about. */
    private List<String> reading(QualifiedName table, @Nullable Name column) {
        List<String> views = new ArrayList<>();
        for (Reader reader : readers) {
            if (reader.names().contains(table.last().value())
                    && (column == null || reader.names().contains(column.value()))) {
                views.add(reader.view().toString());
            }
        }
        views.addAll(column == null ? script.options().viewsReading(table) : List.of());
        return views;
    }
}
