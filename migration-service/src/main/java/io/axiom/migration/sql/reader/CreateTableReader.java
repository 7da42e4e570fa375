package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.syntax.Column;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Definition.CreateTable;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE after the word TABLE. */
final class CreateTableReader {
    private final Cursor cursor;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Token> options = new ArrayList<>();
    private boolean dropOnCommit;
    private @Nullable Expression query;

    CreateTableReader(Cursor cursor) {
        this.cursor = cursor;
    }

    CreateTable read(boolean temporary) {
        boolean ifNotExists = cursor.take("if", "not", "exists");
        QualifiedName table = cursor.path();
        if (cursor.take("partition", "of")) {
            cursor.path();
            cursor.takeGroup();
        } else if (cursor.take("of")) {
            cursor.path();
            cursor.takeGroup();
        } else if (cursor.atSymbol("(") && !isQuery(cursor.peek(1))) {
            elements(cursor.over(cursor.group()));
        }
        tail();
        requireTypes();
        return new CreateTable(
                table, temporary, ifNotExists, columns, constraints, dropOnCommit, query, new Expression(options));
    }

    private static boolean isQuery(Token token) {
        return token.is("select") || token.is("with") || token.is("values");
    }

    private void elements(Cursor list) {
        if (list.atEnd()) {
            return;
        }
        do {
            element(list);
        } while (list.takeSymbol(","));
        list.expectEnd();
    }

    private void element(Cursor list) {
        if (list.take("like")) {
            list.path();
            while (list.takeAny("including", "excluding")) {
                list.next();
            }
        } else if (list.isMySql() && list.atAny("key", "index", "fulltext", "spatial", "period")) {
            list.until(any -> false);
        } else if (TableConstraintReader.starts(list)) {
            constraints.add(TableConstraintReader.read(list));
        } else if (list.peek(1).is("with") && list.peek(2).is("options")) {
            list.until(any -> false);
        } else if (list.peek(1).isSymbol(",") || list.peek(1).kind() == TokenKind.END) {
            columns.add(new Column(list.name(), null, List.of()));
        } else {
            columns.add(ColumnReader.read(list));
        }
    }

    /** Only a query gives types to columns without them; SQLite needs none. */
    private void requireTypes() {
        boolean typeless = columns.stream().anyMatch(column -> column.type() == null);
        if (typeless && query == null && cursor.dialect() != Dialect.SQLITE) {
            throw cursor.unexpected("AS and a query, since columns have no type,");
        }
    }

    private void tail() {
        while (!cursor.atEnd()) {
            if (cursor.take("on", "commit", "drop")) {
                dropOnCommit = true;
            } else if (cursor.at("as") || isQuery(cursor.peek()) && !cursor.at("with") || isGroupedQuery()) {
                query = cursor.rest();
            } else {
                options.add(cursor.next());
            }
        }
    }

    private boolean isGroupedQuery() {
        return cursor.atSymbol("(") && isQuery(cursor.peek(1)) && options.isEmpty();
    }
}
