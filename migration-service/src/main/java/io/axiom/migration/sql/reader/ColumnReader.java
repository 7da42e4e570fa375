package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a column's definition: name, type, constraints. */
final class ColumnReader {
    private ColumnReader() {}

    static Column read(Cursor cursor) {
        Name name = cursor.name();
        boolean typeless = cursor.dialect() == Dialect.SQLITE && (!cursor.peek().isName() || startsConstraint(cursor));
        @Nullable TypeName type = typeless ? null : TypeReader.read(cursor);
        List<Constraint> constraints = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.atSymbol(",")) {
            constraints.add(ColumnConstraintReader.read(cursor));
        }
        return new Column(name, type, constraints);
    }

    /** Whether a constraint of a column starts here, which also ends a default. */
    static boolean startsConstraint(Cursor cursor) {
        return cursor.atAny(
                        "constraint",
                        "null",
                        "default",
                        "check",
                        "unique",
                        "primary",
                        "references",
                        "generated",
                        "collate",
                        "deferrable",
                        "initially",
                        "not",
                        "as",
                        "enforced")
                || (cursor.dialect() == Dialect.POSTGRESQL && cursor.atAny("storage", "compression", "options"))
                || (cursor.isMySql()
                        && cursor.atAny(
                                "auto_increment",
                                "comment",
                                "on",
                                "after",
                                "first",
                                "character",
                                "charset",
                                "key",
                                "visible",
                                "invisible",
                                "column_format",
                                "storage",
                                "virtual",
                                "stored",
                                "persistent",
                                "srid"))
                || (cursor.dialect() == Dialect.SQLITE && cursor.atAny("on", "autoincrement"));
    }
}
