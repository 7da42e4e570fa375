package io.axiom.version.surface.protobuf.syntax;

import java.util.ArrayList;
import java.util.List;

/** The definitions that files and messages contain; each method starts after the keyword. */
final class Definitions {
    private final Tokens tokens;
    private final Dialect dialect;
    private final OptionParser options;

    Definitions(Tokens tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.options = new OptionParser(tokens);
    }

    Tokens tokens() {
        return tokens;
    }

    Dialect dialect() {
        return dialect;
    }

    OptionParser options() {
        return options;
    }

    /** Edition 2024 may say {@code export} or {@code local} before a definition. */
    void skipVisibility() {
        boolean said = tokens.at("export") || tokens.at("local");
        boolean definition = tokens.following().is("message")
                || tokens.following().is("enum")
                || tokens.following().is("service")
                || tokens.following().is("extend");
        if (said && definition && dialect == Dialect.EDITION_2024) {
            tokens.take();
        }
    }

    MessageNode message() {
        int line = tokens.current().line();
        String name = tokens.word("the name of a message");
        return new MessageParser(this, name, line).body();
    }

    EnumNode enumeration() {
        return new EnumParser(this).parse();
    }

    ServiceNode service() {
        return new ServiceParser(this).parse();
    }

    /** Groups among the extensions make a message where the block stands. */
    ExtendNode extend(List<MessageNode> surrounding) {
        int line = tokens.current().line();
        String extendee = tokens.dottedName("the name of a message");
        tokens.expect("{");
        List<FieldNode> fields = new ArrayList<>();
        FieldParser parser = new FieldParser(this, surrounding);
        while (!tokens.takeIf("}")) {
            if (!tokens.takeIf(";")) {
                fields.add(parser.field(null));
            }
        }
        return new ExtendNode(extendee, fields, line);
    }
}
