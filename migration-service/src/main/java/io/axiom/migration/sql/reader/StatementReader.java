package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Change.Verb;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Token;
import io.axiom.migration.sql.syntax.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads statements. What it does not understand it says so about, as {@link Unread}. */
public final class StatementReader {
    private final Dialect dialect;

    private StatementReader(Dialect dialect) {
        this.dialect = dialect;
    }

    public static StatementReader of(Dialect dialect) {
        return new StatementReader(dialect);
    }

    public Statement read(SqlStatement statement) {
        return read(Tokens.of(dialect, statement.text(), statement.start().offset()), statement.end());
    }

    /**
     * Reads a statement from its tokens.
     *
     * @param end offset after its last token
     */
    public Statement read(List<Token> tokens, int end) {
        boolean whole = tokens.size() < Tokens.MOST;
        Cursor cursor = new Cursor(dialect, whole ? tokens : Tokens.outermost(tokens), end);
        int start = cursor.offset();
        try {
            if (!whole && !cursor.atAny("insert", "replace", "values", "select", "update", "delete", "with")) {
                throw new NotUnderstood("the statement has more than " + Tokens.MOST + " words", start);
            }
            return dispatch(cursor);
        } catch (NotUnderstood failure) {
            return new Unread(
                    failure.getMessage() == null ? "" : failure.getMessage(), Math.max(start, failure.offset()));
        }
    }

    private Statement dispatch(Cursor cursor) {
        if (cursor.atSymbol("(")) {
            return QueryReader.read(cursor);
        }
        if (cursor.at("with")) {
            WithReader.skip(cursor);
        }
        if (!cursor.peek().isName()) {
            throw cursor.unexpected("a statement");
        }
        String verb = cursor.peek().text().toLowerCase(Locale.ROOT);
        if (TransactionReader.starts(cursor)) {
            return TransactionReader.read(cursor);
        }
        if (verb.equals("select")) {
            return QueryReader.read(cursor);
        }
        cursor.next();
        return switch (verb) {
            case "create" -> CreateReader.read(cursor);
            case "alter" -> AlterReader.read(cursor);
            case "drop" -> DropReader.read(cursor);
            case "truncate" -> truncate(cursor);
            case "values", "table" -> QueryReader.read(cursor);
            case "insert", "replace" -> new WriteReader(cursor).read(Verb.INSERT);
            case "update" -> new WriteReader(cursor).read(Verb.UPDATE);
            case "delete" -> new WriteReader(cursor).read(Verb.DELETE);
            case "merge" -> new WriteReader(cursor).read(Verb.MERGE);
            case "copy" -> new WriteReader(cursor).read(Verb.COPY);
            case "set" -> SettingReader.set(cursor);
            case "reset" -> SettingReader.reset(cursor);
            case "pragma" -> SettingReader.pragma(cursor);
            case "rename" -> dialect.isMySqlFamily() ? renameTable(cursor) : OtherReader.read(cursor, verb);
            default -> tendingOrOther(cursor, verb);
        };
    }

    private Statement tendingOrOther(Cursor cursor, String verb) {
        boolean postgres = dialect == Dialect.POSTGRESQL;
        return switch (verb) {
            case "vacuum" -> postgres ? MaintenanceReader.vacuum(cursor) : OtherReader.read(cursor, verb);
            case "cluster" -> MaintenanceReader.cluster(cursor);
            case "repack" -> MaintenanceReader.repack(cursor);
            case "reindex" -> postgres ? MaintenanceReader.reindex(cursor) : OtherReader.read(cursor, verb);
            case "refresh" -> MaintenanceReader.refresh(cursor);
            case "analyze", "analyse" -> MaintenanceReader.analyze(cursor);
            case "lock" -> postgres ? MaintenanceReader.lock(cursor) : OtherReader.read(cursor, verb);
            default -> OtherReader.read(cursor, verb);
        };
    }

    private static Statement renameTable(Cursor cursor) {
        cursor.expect("table");
        cursor.take("if", "exists");
        QualifiedName first = cursor.path();
        List<AlterAction> renames = new ArrayList<>();
        do {
            int offset = cursor.offset();
            if (!cursor.at("to")) {
                cursor.path();
            }
            cursor.expect("to");
            renames.add(new AlterAction.RenameTable(cursor.path(), offset));
        } while (cursor.takeSymbol(","));
        cursor.expectEnd();
        return new Definition.AlterTable(first, false, renames);
    }

    private static Statement truncate(Cursor cursor) {
        cursor.take("table");
        var tables = cursor.paths();
        boolean cascade = false;
        while (!cursor.atEnd()) {
            cascade |= cursor.next().is("cascade");
        }
        return new Change.Truncate(tables, cascade);
    }
}
