package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Token;
import io.axiom.migration.sql.syntax.TypeName;
import java.util.List;

/** Reads the name of a type. */
final class TypeReader {
    private TypeReader() {}

    static TypeName read(Cursor cursor) {
        int offset = cursor.offset();
        cursor.take("setof");
        StringBuilder base = new StringBuilder(base(cursor.path()));
        while (continues(cursor)) {
            base.append(' ').append(cursor.name().value());
        }
        List<Token> arguments = cursor.atSymbol("(") ? cursor.group().tokens() : List.of();
        boolean zoned = zone(cursor);
        interval(cursor);
        while (cursor.isMySql() && cursor.takeAny("unsigned", "signed", "zerofill", "binary", "byte")) {}
        return new TypeName(base.toString(), arguments, zoned, array(cursor), offset);
    }

    private static String base(QualifiedName name) {
        boolean builtIn =
                name.parts().size() == 2 && name.parts().getFirst().value().equals("pg_catalog");
        return builtIn ? name.last().value() : name.toString();
    }

    private static boolean continues(Cursor cursor) {
        if (cursor.dialect() == Dialect.SQLITE) {
            return cursor.peek().isName() && !ColumnReader.startsConstraint(cursor);
        }
        return cursor.atAny("varying", "precision", "char", "character", "varchar")
                || (cursor.isMySql() && cursor.atAny("varbinary", "text") && !cursor.at("text", "("));
    }

    private static boolean zone(Cursor cursor) {
        if (cursor.take("with", "time", "zone") || cursor.take("with", "local", "time", "zone")) {
            return true;
        }
        cursor.take("without", "time", "zone");
        return false;
    }

    private static void interval(Cursor cursor) {
        String[] fields = {"year", "month", "day", "hour", "minute", "second"};
        if (cursor.dialect() == Dialect.POSTGRESQL && cursor.takeAny(fields)) {
            if (cursor.take("to")) {
                cursor.takeAny(fields);
            }
            cursor.takeGroup();
        }
    }

    private static boolean array(Cursor cursor) {
        boolean array = cursor.take("array");
        while (cursor.takeSymbol("[")) {
            array = true;
            if (!cursor.atSymbol("]")) {
                cursor.next();
            }
            cursor.expectSymbol("]");
        }
        return array;
    }
}
