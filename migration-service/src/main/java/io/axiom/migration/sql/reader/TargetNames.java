package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names a query gives its columns, as far as it says them: aliases, and columns taken as they are. */
final class TargetNames {
    private TargetNames() {}

    /** Empty where the query's columns are not known from its text, as with {@code *}. */
    static List<Name> of(Cursor cursor) {
        List<Name> names = new ArrayList<>();
        if (!cursor.take("select")) {
            return names;
        }
        if (cursor.take("distinct") && cursor.take("on")) {
            cursor.group();
        }
        cursor.take("all");
        do {
            List<Token> target = cursor.until(TargetNames::ends).tokens();
            if (target.isEmpty() || target.getLast().isSymbol("*")) {
                return List.of();
            }
            names.add(name(target)
                    .orElse(new Name(
                            "?" + names.size() + "?", false, target.getFirst().offset())));
        } while (cursor.takeSymbol(","));
        return names;
    }

    private static boolean ends(Cursor cursor) {
        return cursor.atAny(
                "from", "where", "union", "intersect", "except", "group", "having", "order", "limit", "window", "into");
    }

    private static Optional<Name> name(List<Token> target) {
        Token last = target.getLast();
        if (!last.isName()) {
            return Optional.empty();
        }
        if (target.size() == 1) {
            return Optional.of(Name.of(last));
        }
        Token before = target.get(target.size() - 2);
        boolean path = before.isSymbol(".") && isPath(target);
        boolean alias = before.is("as")
                || before.kind() == TokenKind.NUMBER
                || before.kind() == TokenKind.STRING && !isField(last)
                || before.isSymbol(")")
                || before.kind() == TokenKind.QUOTED
                || (target.size() == 2 && before.kind() == TokenKind.WORD && !before.is("not"));
        return path || alias ? Optional.of(Name.of(last)) : Optional.empty();
    }

    private static boolean isPath(List<Token> target) {
        for (int i = 0; i < target.size(); i++) {
            boolean fits = i % 2 == 0 ? target.get(i).isName() : target.get(i).isSymbol(".");
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** {@code interval '1' day}: part of a literal, not an alias. */
    private static boolean isField(Token token) {
        return token.is("year")
                || token.is("month")
                || token.is("day")
                || token.is("hour")
                || token.is("minute")
                || token.is("second");
    }
}
