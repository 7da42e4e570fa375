package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Constraint.Option;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a constraint of a table. */
final class TableConstraintReader {
    private TableConstraintReader() {}

    static boolean starts(Cursor cursor) {
        return cursor.atAny("constraint", "check", "unique", "foreign", "exclude")
                || cursor.at("primary", "key")
                || cursor.at("not", "null");
    }

    static Constraint read(Cursor cursor) {
        int offset = cursor.offset();
        boolean named = cursor.take("constraint") && !cursor.atAny("check", "unique", "primary", "foreign");
        @Nullable Name name = named ? cursor.name() : null;
        if (cursor.take("check")) {
            return done(cursor, Kind.CHECK, name, List.of(), cursor.group(), null, offset);
        }
        if (cursor.take("unique")) {
            cursor.takeAny("key", "index");
            return key(cursor, Kind.UNIQUE, name, offset);
        }
        if (cursor.take("primary", "key")) {
            return key(cursor, Kind.PRIMARY_KEY, name, offset);
        }
        if (cursor.take("not", "null")) {
            return done(cursor, Kind.NOT_NULL, name, List.of(cursor.name()), Expression.NONE, null, offset);
        }
        if (cursor.take("foreign", "key")) {
            return foreignKey(cursor, name, offset);
        }
        cursor.expect("exclude");
        if (cursor.take("using")) {
            cursor.name();
        }
        cursor.group();
        Constraint exclude = done(cursor, Kind.EXCLUDE, name, List.of(), Expression.NONE, null, offset);
        if (cursor.take("where")) {
            cursor.group();
        }
        ConstraintTail.read(cursor);
        return exclude;
    }

    private static Constraint key(Cursor cursor, Kind kind, @Nullable Name name, int offset) {
        cursor.take("nulls", "distinct");
        cursor.take("nulls", "not", "distinct");
        if (cursor.take("using", "index")) {
            cursor.name();
            Set<Option> options = EnumSet.of(Option.USING_INDEX);
            options.addAll(ConstraintTail.read(cursor));
            return new Constraint(kind, name, List.of(), Expression.NONE, null, options, offset);
        }
        ConstraintTail.read(cursor);
        if (cursor.isMySql() && !cursor.atSymbol("(")) {
            cursor.name();
            ConstraintTail.read(cursor);
        }
        return done(cursor, kind, name, NamesReader.columns(cursor), Expression.NONE, null, offset);
    }

    private static Constraint foreignKey(Cursor cursor, @Nullable Name name, int offset) {
        if (cursor.isMySql()) {
            cursor.take("if", "not", "exists");
            if (!cursor.atSymbol("(")) {
                cursor.name();
            }
        }
        List<Name> columns = NamesReader.columns(cursor);
        cursor.expect("references");
        QualifiedName table = cursor.path();
        cursor.takeGroup();
        return done(cursor, Kind.FOREIGN_KEY, name, columns, Expression.NONE, table, offset);
    }

    private static Constraint done(
            Cursor cursor,
            Kind kind,
            @Nullable Name name,
            List<Name> columns,
            Expression expression,
            @Nullable QualifiedName references,
            int offset) {
        return new Constraint(kind, name, columns, expression, references, ConstraintTail.read(cursor), offset);
    }
}
