package io.axiom.version.surface.protobuf.syntax;

import io.axiom.version.surface.protobuf.syntax.EnumNode.ValueNode;
import java.util.ArrayList;
import java.util.List;

/** Enums. */
final class EnumParser {
    private final Definitions definitions;
    private final Tokens tokens;

    EnumParser(Definitions definitions) {
        this.definitions = definitions;
        this.tokens = definitions.tokens();
    }

    EnumNode parse() {
        int line = tokens.current().line();
        String name = tokens.word("the name of an enum");
        Options.Builder options = new Options.Builder();
        List<ValueNode> values = new ArrayList<>();
        Reservations reservations = new Reservations(tokens, Integer.MIN_VALUE, Integer.MAX_VALUE);
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.at("option") && tokens.following().is("=")) {
                values.add(value());
            } else if (tokens.takeIf("option")) {
                definitions.options().statement(options);
            } else if (tokens.at("reserved") && !tokens.following().is("=")) {
                tokens.take();
                reservations.statement();
            } else if (!tokens.takeIf(";")) {
                values.add(value());
            }
        }
        if (values.isEmpty()) {
            throw tokens.error("the enum " + name + " has no value");
        }
        return new EnumNode(name, options.build(), values, reservations.ranges(), reservations.names(), line);
    }

    private ValueNode value() {
        String name = tokens.word("an enum value");
        tokens.expect("=");
        int number = tokens.integer("the number of an enum value", Integer.MIN_VALUE, Integer.MAX_VALUE);
        Options options = definitions.options().bracketed();
        tokens.expect(";");
        return new ValueNode(name, number, options);
    }
}
