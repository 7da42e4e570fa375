package io.axiom.version.surface.protobuf.syntax;

import io.axiom.language.RejectedException;
import io.axiom.language.Texts;

/** The tokens of one file with a window of two, and the small pieces of grammar that everything else is made of. */
final class Tokens {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 512;

    private final String file;
    private final Lexer lexer;
    private final TextBudget budget;
    private Token current;
    private Token following;
    private int depth;

    Tokens(String file, String text, TextBudget budget) {
        this.file = file;
        this.budget = budget;
        this.lexer = new Lexer(file, text);
        this.current = lexer.next();
        this.following = lexer.next();
    }

    Token current() {
        return current;
    }

    Token following() {
        return following;
    }

    boolean at(String expected) {
        return current.is(expected);
    }

    boolean atEnd() {
        return current.kind() == Token.Kind.END;
    }

    Token take() {
        Token taken = current;
        current = following;
        following = lexer.next();
        return taken;
    }

    /** Takes the token when it is the expected one. */
    boolean takeIf(String expected) {
        if (!at(expected)) {
            return false;
        }
        take();
        return true;
    }

    void expect(String expected) {
        if (!takeIf(expected)) {
            throw error("expected \"" + expected + "\" but found " + found());
        }
    }

    String word(String what) {
        if (current.kind() != Token.Kind.WORD) {
            throw error("expected " + what + " but found " + found());
        }
        return take().text();
    }

    /** A name with dots, perhaps with a leading one. */
    String dottedName(String what) {
        StringBuilder name = new StringBuilder();
        if (takeIf(".")) {
            name.append('.');
        }
        name.append(word(what));
        while (takeIf(".")) {
            name.append('.').append(word(what));
            if (name.length() > LONGEST_NAME) {
                throw error("a name of more than " + LONGEST_NAME + " characters");
            }
        }
        return name.toString();
    }

    /** A string; neighbours are joined. */
    String string(String what) {
        if (current.kind() != Token.Kind.STRING) {
            throw error("expected " + what + " in quotes but found " + found());
        }
        StringBuilder joined = new StringBuilder(take().text());
        while (current.kind() == Token.Kind.STRING) {
            joined.append(take().text());
        }
        return joined.toString();
    }

    /** A whole number within the given bounds, perhaps negative. */
    int integer(String what, int least, int most) {
        boolean negative = takeIf("-");
        if (current.kind() != Token.Kind.INTEGER) {
            throw error("expected " + what + " but found " + found());
        }
        long magnitude = Numbers.unsigned(current.text()).orElseThrow(() -> error("not a whole number: " + found()));
        long value = negative ? -magnitude : magnitude;
        if (magnitude < 0 || value < least || value > most) {
            throw error(what + " must lie between " + least + " and " + most);
        }
        take();
        return (int) value;
    }

    TextBudget budget() {
        return budget;
    }

    /** Goes one level deeper; every {@code enter} has its {@link #leave()}. */
    void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw Malformed.tooDeep(file, current.line(), DEEPEST);
        }
    }

    void leave() {
        depth--;
    }

    RejectedException error(String what) {
        return Malformed.at(file, current.line(), what + ".");
    }

    String found() {
        return switch (current.kind()) {
            case END -> current.text();
            case STRING -> "a string";
            default -> "\"" + Texts.shorten(current.text(), 60) + "\"";
        };
    }
}
