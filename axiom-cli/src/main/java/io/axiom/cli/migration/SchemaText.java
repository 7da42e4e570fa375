package io.axiom.cli.migration;

import io.axiom.cli.text.Ink;
import io.axiom.language.migration.view.SchemaDiffView;
import java.util.ArrayList;
import java.util.List;

/** How schemas differ, for people. */
record SchemaText(Ink ink) {
    List<String> lines(SchemaDiffView diff) {
        List<String> lines = new ArrayList<>();
        for (SchemaDiffView.Difference difference : diff.differences()) {
            String sign = switch (difference.change()) {
                case "added" -> ink.good("+");
                case "removed" -> ink.bad("-");
                default -> ink.busy("~");
            };
            lines.add("  " + sign + ' ' + Ink.clean(difference.sentence()));
        }
        if (!diff.statements().isEmpty()) {
            lines.add("");
            diff.statements()
                    .forEach(statement ->
                            lines.add(statement.strip() + (statement.strip().endsWith(";") ? "" : ";")));
        }
        diff.unreachable().forEach(sentence -> lines.add("  ! no statement for: " + Ink.clean(sentence)));
        return lines;
    }
}
