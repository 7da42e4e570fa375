package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Statement.SetParameter;
import io.axiom.migration.sql.syntax.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads SET, RESET and PRAGMA after that word. */
final class SettingReader {
    private SettingReader() {}

    static Statement set(Cursor cursor) {
        boolean local = cursor.take("local");
        if (!local) {
            cursor.takeAny("session", "global", "persist");
        }
        StringBuilder name = new StringBuilder();
        while (!cursor.atEnd() && !cursor.atSymbol("=") && !cursor.atSymbol(":=") && !cursor.at("to")) {
            name.append(cursor.next().text().toLowerCase(Locale.ROOT));
        }
        cursor.next();
        return new SetParameter(name.toString(), value(cursor), local);
    }

    static Statement reset(Cursor cursor) {
        return new SetParameter(cursor.atEnd() ? "" : cursor.path().toString(), null, false);
    }

    static Statement pragma(Cursor cursor) {
        String name = cursor.path().last().value();
        boolean sets = cursor.takeSymbol("=") || cursor.takeSymbol("(");
        return sets ? new SetParameter(name, value(cursor), false) : new SetParameter(name, "", false);
    }

    private static @Nullable String value(Cursor cursor) {
        Token value = cursor.next();
        return value.is("default") ? null : value.content().toLowerCase(Locale.ROOT);
    }
}
