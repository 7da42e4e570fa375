package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, VALUES and TABLE as far as what they change. */
final class QueryReader {
    private QueryReader() {}

    static Statement read(Cursor cursor) {
        if (cursor.take("select")) {
            boolean qualified = cursor.at("pg_catalog")
                    && cursor.peek(1).isSymbol(".")
                    && cursor.peek(2).is("set_config");
            if (qualified || cursor.at("set_config")) {
                return setConfig(cursor, qualified ? 3 : 1);
            }
        }
        boolean locks = false;
        @Nullable QualifiedName into = null;
        while (!cursor.atEnd()) {
            if (cursor.atSymbol("(")) {
                cursor.group();
            } else if (into == null && cursor.take("into")) {
                cursor.takeAny("temp", "temporary", "unlogged", "outfile", "dumpfile");
                cursor.take("table");
                into = cursor.peek().isName() ? cursor.path() : null;
            } else {
                locks |= cursor.take("for", "update")
                        || cursor.take("for", "share")
                        || cursor.take("for", "no", "key")
                        || cursor.take("for", "key", "share");
                cursor.next();
            }
        }
        return new Change.Query(locks, into);
    }

    private static Statement setConfig(Cursor cursor, int words) {
        for (int i = 0; i < words; i++) {
            cursor.next();
        }
        Cursor arguments = cursor.over(cursor.group());
        Expression name = arguments.until(any -> false);
        arguments.expectSymbol(",");
        Expression value = arguments.until(any -> false);
        arguments.expectSymbol(",");
        boolean local = arguments.at("true");
        boolean plain = name.tokens().size() == 1 && value.tokens().size() == 1;
        return plain ? new Statement.SetParameter(content(name), content(value), local) : new Change.Query(false, null);
    }

    private static String content(Expression literal) {
        return literal.tokens().getFirst().content().toLowerCase(Locale.ROOT);
    }
}
