package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Constraint.Option;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one constraint or attribute of a column. */
final class ColumnConstraintReader {
    private ColumnConstraintReader() {}

    static Constraint read(Cursor cursor) {
        int offset = cursor.offset();
        @Nullable Name name = cursor.take("constraint") ? cursor.name() : null;
        if (cursor.take("not", "null")) {
            return done(cursor, Kind.NOT_NULL, name, Expression.NONE, null, Set.of(), offset);
        }
        if (cursor.take("null")) {
            return done(cursor, Kind.NULL, name, Expression.NONE, null, Set.of(), offset);
        }
        if (cursor.take("default")) {
            Expression value = cursor.until(ColumnReader::startsConstraint);
            if (value.isEmpty()) {
                throw cursor.unexpected("a default value");
            }
            return done(cursor, Kind.DEFAULT, name, value, null, Set.of(), offset);
        }
        if (cursor.take("check")) {
            return done(cursor, Kind.CHECK, name, cursor.group(), null, ConstraintTail.read(cursor), offset);
        }
        if (cursor.take("references")) {
            QualifiedName table = cursor.path();
            cursor.takeGroup();
            return done(cursor, Kind.FOREIGN_KEY, name, Expression.NONE, table, ConstraintTail.read(cursor), offset);
        }
        return keyOrValue(cursor, name, offset);
    }

    private static Constraint keyOrValue(Cursor cursor, @Nullable Name name, int offset) {
        if (cursor.take("unique")) {
            cursor.take("key");
            cursor.takeGroup();
            return done(cursor, Kind.UNIQUE, name, Expression.NONE, null, ConstraintTail.read(cursor), offset);
        }
        if (cursor.take("primary", "key") || (cursor.isMySql() && cursor.take("key"))) {
            cursor.takeAny("asc", "desc");
            return done(cursor, Kind.PRIMARY_KEY, name, Expression.NONE, null, ConstraintTail.read(cursor), offset);
        }
        boolean generated = cursor.take("generated", "always") || cursor.take("generated", "by", "default");
        if (generated && cursor.take("as", "identity")) {
            cursor.takeGroup();
            return done(cursor, Kind.IDENTITY, name, Expression.NONE, null, Set.of(), offset);
        }
        if (cursor.take("as")) {
            Expression expression = cursor.group();
            boolean stored = cursor.takeAny("stored", "persistent");
            cursor.take("virtual");
            return done(
                    cursor, Kind.GENERATED, name, expression, null, stored ? Set.of(Option.STORED) : Set.of(), offset);
        }
        if (generated) {
            throw cursor.unexpected("AS");
        }
        return attribute(cursor, offset);
    }

    private static Constraint attribute(Cursor cursor, int offset) {
        if (cursor.take("collate")) {
            cursor.path();
        } else if (cursor.take("options")) {
            cursor.group();
        } else if (cursor.takeAny("storage", "compression", "column_format", "comment", "srid", "after", "charset")
                || cursor.take("character", "set")) {
            cursor.next();
        } else if (cursor.isMySql() && cursor.take("on", "update")) {
            cursor.until(ColumnReader::startsConstraint);
        } else if (!(cursor.takeAny("auto_increment", "first", "visible", "invisible", "autoincrement")
                || ConstraintTail.take(cursor))) {
            throw cursor.unexpected("a constraint of the column");
        }
        return new Constraint(Kind.ATTRIBUTE, null, List.of(), Expression.NONE, null, Set.of(), offset);
    }

    private static Constraint done(
            Cursor cursor,
            Kind kind,
            @Nullable Name name,
            Expression expression,
            @Nullable QualifiedName references,
            Set<Option> options,
            int offset) {
        if (cursor.dialect() == Dialect.SQLITE && cursor.take("on", "conflict")) {
            cursor.next();
        }
        return new Constraint(kind, name, List.of(), expression, references, options, offset);
    }
}
