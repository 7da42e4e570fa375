package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Change.Verb;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads INSERT, UPDATE, DELETE, MERGE and COPY as far as their targets. */
final class WriteReader {
    private final Cursor cursor;
    private final List<List<Name>> columns = new ArrayList<>();
    private boolean filtered;

    WriteReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Change read(Verb verb) {
        cursor.takeAny("low_priority", "delayed", "high_priority", "quick", "ignore");
        if (cursor.take("or")) {
            cursor.next();
        }
        cursor.takeAny("into", "from");
        cursor.take("only");
        if (verb == Verb.COPY && cursor.atSymbol("(")) {
            return new Change.Query(false, null);
        }
        QualifiedName table = cursor.path();
        if (verb == Verb.INSERT) {
            insertColumns();
        }
        boolean copiesOut = false;
        while (!cursor.atEnd()) {
            copiesOut = copiesOut || (verb == Verb.COPY && cursor.at("to"));
            clause(verb);
        }
        return copiesOut ? new Change.Query(false, null) : new Change.Write(verb, table, columns, filtered);
    }

    private void clause(Verb verb) {
        boolean setsColumns = cursor.take("set") || cursor.take("duplicate", "key", "update");
        if (setsColumns && verb != Verb.DELETE) {
            columns.add(assignments());
        } else if (verb == Verb.MERGE && cursor.take("insert") && cursor.atSymbol("(")) {
            columns.add(NamesReader.targets(cursor));
        } else if (cursor.atSymbol("(")) {
            cursor.group();
        } else if (!cursor.atEnd()) {
            filtered |= cursor.next().is("where");
        }
    }

    private void insertColumns() {
        if (cursor.take("as")) {
            cursor.name();
        }
        Token first = cursor.peek(1);
        boolean query = first.is("select") || first.is("with") || first.is("values") || first.isSymbol("(");
        if (cursor.atSymbol("(") && !query) {
            columns.add(NamesReader.targets(cursor));
        }
    }

    private List<Name> assignments() {
        List<Name> targets = new ArrayList<>();
        do {
            if (cursor.atSymbol("(")) {
                targets.addAll(NamesReader.targets(cursor));
            } else {
                QualifiedName target = cursor.path();
                boolean whole = cursor.atSymbol("=") && !target.isQualified();
                targets.addAll(whole ? List.of(target.last()) : List.of());
            }
            value();
        } while (cursor.takeSymbol(","));
        return targets;
    }

    private void value() {
        int[] cases = {0};
        boolean[] distinct = {false};
        Expression value = cursor.until(at -> {
            cases[0] += at.at("case") ? 1 : at.at("end") ? -1 : 0;
            boolean comparison = distinct[0] && at.at("from");
            distinct[0] = at.at("distinct");
            return cases[0] <= 0 && !comparison && at.atAny("from", "where", "returning", "order", "limit", "when");
        });
        if (value.isEmpty()) {
            throw cursor.unexpected("a value");
        }
    }
}
