package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reads ALTER after that word. */
final class AlterReader {
    private AlterReader() {}

    static Statement read(Cursor cursor) {
        if (cursor.at("table", "all", "in")) {
            return other(cursor);
        }
        cursor.takeAny("online", "offline", "ignore");
        if (cursor.take("table") || cursor.take("foreign", "table")) {
            return AlterTableReader.read(cursor);
        }
        if (cursor.take("domain")) {
            return domain(cursor);
        }
        if (cursor.take("type")) {
            return type(cursor);
        }
        return other(cursor);
    }

    private static Statement domain(Cursor cursor) {
        QualifiedName name = cursor.path();
        @Nullable Constraint added = cursor.take("add") ? TableConstraintReader.read(cursor) : null;
        if (added == null) {
            cursor.rest();
        }
        cursor.expectEnd();
        return new Definition.AlterDomain(name, added);
    }

    private static Statement type(Cursor cursor) {
        QualifiedName type = cursor.path();
        int offset = cursor.offset();
        if (!cursor.take("add", "value")) {
            cursor.rest();
            return new Definition.Other("alter", "type", null);
        }
        boolean ifNotExists = cursor.take("if", "not", "exists");
        cursor.next();
        boolean placed = cursor.takeAny("before", "after");
        if (placed) {
            cursor.next();
        }
        cursor.expectEnd();
        return new Definition.AddEnumValue(type, placed, ifNotExists, offset);
    }

    private static Statement other(Cursor cursor) {
        String object = ObjectKind.read(cursor);
        cursor.take("if", "exists");
        boolean relation = object.equals("index")
                || object.equals("sequence")
                || object.equals("view")
                || object.equals("materialized view");
        boolean onTable = object.equals("policy") || object.equals("trigger") || object.equals("rule");
        @Nullable QualifiedName table = relation && cursor.peek().isName() ? cursor.path() : null;
        while (onTable && table == null && !cursor.atEnd()) {
            table = cursor.take("on") ? cursor.path() : null;
            cursor.next();
        }
        return new Definition.Other("alter", object, table);
    }
}
