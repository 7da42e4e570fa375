package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE after that word. */
final class CreateReader {
    private CreateReader() {}

    static Statement read(Cursor cursor) {
        boolean temporary = false;
        boolean unique = false;
        boolean materialized = false;
        while (true) {
            if (cursor.takeAny("temp", "temporary")) {
                temporary = true;
            } else if (cursor.take("unique")) {
                unique = true;
            } else if (cursor.take("materialized")) {
                materialized = true;
            } else if (!prefix(cursor)) {
                break;
            }
        }
        if (cursor.take("table")) {
            return new CreateTableReader(cursor).read(temporary);
        }
        if (cursor.take("index")) {
            return index(cursor, unique);
        }
        if (cursor.take("view")) {
            return ViewReader.read(cursor, materialized);
        }
        if (cursor.take("domain")) {
            return domain(cursor);
        }
        return other(cursor);
    }

    private static boolean prefix(Cursor cursor) {
        if (cursor.take("definer") || cursor.take("algorithm")) {
            cursor.expectSymbol("=");
            cursor.next();
            if (cursor.takeSymbol("@")) {
                cursor.next();
            }
            cursor.takeGroup();
            return true;
        }
        return cursor.take("or", "replace")
                || cursor.take("sql", "security", "definer")
                || cursor.take("sql", "security", "invoker")
                || cursor.takeAny(
                        "global", "local", "unlogged", "virtual", "recursive", "constraint", "fulltext", "spatial")
                || (cursor.at("foreign", "table") && cursor.take("foreign"));
    }

    private static Definition.CreateIndex index(Cursor cursor, boolean unique) {
        boolean concurrently = cursor.take("concurrently");
        boolean ifNotExists = cursor.take("if", "not", "exists");
        @Nullable Name name = null;
        if (!cursor.at("on")) {
            name = cursor.path().last();
        }
        if (cursor.isMySql() && cursor.take("using")) {
            cursor.next();
        }
        cursor.expect("on");
        cursor.take("only");
        QualifiedName table = cursor.path();
        if (cursor.take("using")) {
            cursor.name();
        }
        cursor.group();
        return new Definition.CreateIndex(name, table, unique, concurrently, ifNotExists);
    }

    private static Definition.CreateDomain domain(Cursor cursor) {
        QualifiedName name = cursor.path();
        cursor.take("as");
        TypeName type = TypeReader.read(cursor);
        List<Constraint> constraints = new ArrayList<>();
        while (!cursor.atEnd()) {
            Constraint constraint = ColumnConstraintReader.read(cursor);
            if (constraint.kind() == Kind.CHECK || constraint.kind() == Kind.NOT_NULL) {
                constraints.add(constraint);
            }
        }
        return new Definition.CreateDomain(name, type, constraints);
    }

    /** Some lock a table, which stands after ON, TO or FROM. */
    private static Definition.Other other(Cursor cursor) {
        String object = ObjectKind.read(cursor);
        String before = switch (object) {
            case "trigger", "policy" -> "on";
            case "rule" -> "to";
            case "statistics" -> "from";
            default -> "";
        };
        while (!before.isEmpty() && !cursor.atEnd()) {
            if (cursor.take(before)) {
                return new Definition.Other("create", object, cursor.path());
            }
            cursor.next();
        }
        return new Definition.Other("create", object, null);
    }
}
