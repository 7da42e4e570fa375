package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Definition.CreateView;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE VIEW after the word VIEW. */
final class ViewReader {
    private ViewReader() {}

    static CreateView read(Cursor cursor, boolean materialized) {
        cursor.take("if", "not", "exists");
        QualifiedName view = cursor.path();
        List<Name> columns = new ArrayList<>();
        if (cursor.atSymbol("(")) {
            columns.addAll(NamesReader.columns(cursor));
        }
        while (!cursor.at("as") && !cursor.atEnd()) {
            cursor.next();
        }
        cursor.expect("as");
        Expression query = cursor.rest();
        List<Name> targets = TargetNames.of(cursor.over(query));
        columns.addAll(targets.subList(Math.min(columns.size(), targets.size()), targets.size()));
        return new CreateView(view, materialized, columns, query);
    }
}
