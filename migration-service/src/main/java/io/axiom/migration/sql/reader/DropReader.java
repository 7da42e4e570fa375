package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Definition.Drop;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads DROP after that word. */
final class DropReader {
    private DropReader() {}

    static Drop read(Cursor cursor) {
        cursor.takeAny("temporary", "temp");
        String object = ObjectKind.read(cursor);
        boolean concurrently = cursor.take("concurrently");
        boolean ifExists = cursor.take("if", "exists");
        List<QualifiedName> names = names(cursor, object);
        boolean cascade = false;
        @Nullable QualifiedName table = null;
        while (!cursor.atEnd()) {
            if (cursor.take("cascade")) {
                cascade = true;
            } else if (cursor.take("on")) {
                table = cursor.path();
            } else {
                cursor.next();
            }
        }
        return new Drop(object, names, ifExists, concurrently, cascade, table);
    }

    private static List<QualifiedName> names(Cursor cursor, String object) {
        return switch (object) {
            case "operator",
                    "operator class",
                    "operator family",
                    "cast",
                    "owned",
                    "transform",
                    "user mapping",
                    "text search" -> List.of();
            default -> cursor.paths();
        };
    }
}
