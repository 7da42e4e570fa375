package io.axiom.version.surface.protobuf.syntax;

/** Options in both their forms: {@code option name = value;} and {@code [name = value, …]}. */
final class OptionParser {
    private static final int LONGEST_PATH = 2_000;

    private final Tokens tokens;

    OptionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** After the word {@code option}. */
    void statement(Options.Builder into) {
        assignment("", into);
        tokens.expect(";");
    }

    /** What stands in brackets, if any does. */
    void bracketed(String prefix, Options.Builder into) {
        if (!tokens.takeIf("[")) {
            return;
        }
        do {
            assignment(prefix, into);
        } while (tokens.takeIf(","));
        tokens.expect("]");
    }

    Options bracketed() {
        Options.Builder options = new Options.Builder();
        bracketed("", options);
        return options.build();
    }

    private void assignment(String prefix, Options.Builder into) {
        StringBuilder path = new StringBuilder(prefix).append(namePart());
        while (tokens.takeIf(".")) {
            path.append('.').append(namePart());
            if (path.length() > LONGEST_PATH) {
                throw tokens.error("an option name of more than " + LONGEST_PATH + " characters");
            }
        }
        tokens.expect("=");
        value(path.toString(), into);
    }

    private String namePart() {
        if (!tokens.takeIf("(")) {
            return tokens.word("the name of an option");
        }
        String name = absolute(tokens.dottedName("the name of an option"));
        tokens.expect(")");
        return "(" + name + ")";
    }

    private void value(String path, Options.Builder into) {
        if (tokens.at("{") || tokens.at("<")) {
            message(into.occurrence(path), into);
        } else if (tokens.at("[")) {
            list(path, into);
        } else {
            put(path, scalar(), into);
        }
    }

    private void put(String path, OptionValue value, Options.Builder into) {
        tokens.budget().spend(path.length());
        into.put(path, value);
    }

    private void message(String path, Options.Builder into) {
        String close = tokens.take().is("<") ? ">" : "}";
        tokens.enter();
        if (tokens.at(close)) {
            put(path, new OptionValue(OptionValue.Kind.EMPTY, "{}"), into);
        }
        while (!tokens.takeIf(close)) {
            String field = path + "." + fieldName();
            if (field.length() > LONGEST_PATH) {
                throw tokens.error("an option path of more than " + LONGEST_PATH + " characters");
            }
            boolean colon = tokens.takeIf(":");
            if (!colon && !tokens.at("{") && !tokens.at("<") && !tokens.at("[")) {
                throw tokens.error("expected \":\" but found " + tokens.found());
            }
            value(field, into);
            if (!tokens.takeIf(",")) {
                tokens.takeIf(";");
            }
        }
        tokens.leave();
    }

    /** A field of a message literal: a name, or an extension or type URL in brackets. */
    private String fieldName() {
        if (!tokens.takeIf("[")) {
            return tokens.word("the name of a field");
        }
        String name = tokens.dottedName("the name of an extension");
        while (tokens.takeIf("/")) {
            name = name + "/" + tokens.dottedName("the name of a type");
        }
        tokens.expect("]");
        return "(" + absolute(name) + ")";
    }

    private void list(String path, Options.Builder into) {
        tokens.expect("[");
        tokens.enter();
        if (!tokens.at("]")) {
            do {
                value(path, into);
            } while (tokens.takeIf(","));
        }
        tokens.expect("]");
        tokens.leave();
    }

    private OptionValue scalar() {
        String sign = tokens.takeIf("-") ? "-" : "";
        return switch (tokens.current().kind()) {
            case WORD ->
                new OptionValue(OptionValue.Kind.WORD, sign + tokens.take().text());
            case INTEGER ->
                new OptionValue(OptionValue.Kind.INTEGER, sign + tokens.take().text());
            case DECIMAL ->
                new OptionValue(OptionValue.Kind.DECIMAL, sign + tokens.take().text());
            case STRING -> new OptionValue(OptionValue.Kind.STRING, tokens.string("a value"));
            case SYMBOL, END -> throw tokens.error("expected a value but found " + tokens.found());
        };
    }

    /** Names in parentheses are written with or without the leading dot. */
    private static String absolute(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }
}
