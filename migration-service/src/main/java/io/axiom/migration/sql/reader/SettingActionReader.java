package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.AlterAction;
import java.util.Locale;

/** Reads those actions of ALTER TABLE that change settings of the table rather than its columns. */
final class SettingActionReader {
    private SettingActionReader() {}

    static AlterAction read(Cursor cursor, int offset) {
        if (cursor.takeAny("enable", "disable")) {
            cursor.takeAny("replica", "always");
            boolean trigger = cursor.at("trigger");
            return rest(
                    cursor,
                    trigger ? new AlterAction.SwitchTrigger(offset) : other("enable or disable", offset),
                    "trigger",
                    "rule",
                    "row");
        }
        if (cursor.at("cluster", "on") || cursor.at("set", "without", "cluster")) {
            return rest(cursor, new AlterAction.SetParameters(offset), "cluster", "set");
        }
        boolean parameters = cursor.atAny("set", "reset") && cursor.peek(1).isSymbol("(");
        if (parameters) {
            return rest(cursor, new AlterAction.SetParameters(offset), "set", "reset");
        }
        if (cursor.at("set", "logged")
                || cursor.at("set", "unlogged")
                || cursor.at("set", "tablespace")
                || cursor.at("set", "access")) {
            String what = "SET " + cursor.peek(1).text().toUpperCase(Locale.ROOT);
            return rest(cursor, new AlterAction.Rewrite(what, offset), "set");
        }
        if (cursor.at("set", "schema")) {
            return rest(cursor, other("set schema", offset), "set");
        }
        return rest(
                cursor,
                other("setting", offset),
                "owner",
                "replica",
                "inherit",
                "no",
                "not",
                "of",
                "force",
                "set",
                "options",
                "merge",
                "split");
    }

    private static AlterAction other(String what, int offset) {
        return new AlterAction.Other(what, offset);
    }

    private static AlterAction rest(Cursor cursor, AlterAction action, String... first) {
        if (!cursor.takeAny(first)) {
            throw cursor.unexpected("an action of ALTER TABLE");
        }
        cursor.until(any -> false);
        return action;
    }
}
