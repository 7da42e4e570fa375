package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.Constraint.Option;
import java.util.EnumSet;
import java.util.Set;

/** Reads what may follow a constraint: deferral, validity, actions of foreign keys, parameters of indexes. */
final class ConstraintTail {
    private ConstraintTail() {}

    static Set<Option> read(Cursor cursor) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        while (true) {
            if (cursor.take("not", "valid")) {
                options.add(Option.NOT_VALID);
            } else if (cursor.take("not", "enforced")) {
                options.add(Option.NOT_ENFORCED);
            } else if (!take(cursor)) {
                return options;
            }
        }
    }

    /** Takes one clause, if there is one. */
    static boolean take(Cursor cursor) {
        return cursor.take("deferrable")
                || cursor.take("not", "deferrable")
                || cursor.take("initially", "deferred")
                || cursor.take("initially", "immediate")
                || cursor.take("no", "inherit")
                || cursor.take("enforced")
                || cursor.take("nulls", "distinct")
                || cursor.take("nulls", "not", "distinct")
                || followed(cursor);
    }

    private static boolean followed(Cursor cursor) {
        if (cursor.take("match")
                || (cursor.isMySql()
                        && (cursor.takeAny("comment", "using", "key_block_size") || cursor.take("with", "parser")))
                || (cursor.dialect() == Dialect.SQLITE && cursor.take("on", "conflict"))) {
            cursor.takeSymbol("=");
            cursor.next();
            return true;
        }
        if (cursor.take("on", "delete") || cursor.take("on", "update")) {
            action(cursor);
            return true;
        }
        if (cursor.take("using", "index", "tablespace")) {
            cursor.name();
            return true;
        }
        if (cursor.take("include") || (cursor.at("with") && cursor.peek(1).isSymbol("(") && cursor.take("with"))) {
            cursor.group();
            return true;
        }
        return cursor.isMySql() && cursor.takeAny("visible", "invisible");
    }

    private static void action(Cursor cursor) {
        if (cursor.take("set", "null") || cursor.take("set", "default")) {
            cursor.takeGroup();
        } else if (!cursor.take("no", "action") && !cursor.takeAny("cascade", "restrict")) {
            throw cursor.unexpected("what to do");
        }
    }
}
