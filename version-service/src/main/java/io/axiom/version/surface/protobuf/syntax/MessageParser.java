package io.axiom.version.surface.protobuf.syntax;

import io.axiom.version.surface.protobuf.syntax.MessageNode.OneofNode;
import java.util.ArrayList;
import java.util.List;

/** The body of a message or group. */
final class MessageParser {
    private final Definitions definitions;
    private final Tokens tokens;
    private final String name;
    private final int line;
    private final Options.Builder options = new Options.Builder();
    private final List<FieldNode> fields = new ArrayList<>();
    private final List<OneofNode> oneofs = new ArrayList<>();
    private final List<MessageNode> messages = new ArrayList<>();
    private final List<EnumNode> enums = new ArrayList<>();
    private final List<ExtendNode> extensions = new ArrayList<>();
    private final List<NumberRange> extensionRanges = new ArrayList<>();
    private final Reservations reservations;
    private final FieldParser fieldParser;

    MessageParser(Definitions definitions, String name, int line) {
        this.definitions = definitions;
        this.tokens = definitions.tokens();
        this.name = name;
        this.line = line;
        this.reservations = new Reservations(tokens, 1, Reservations.MAX);
        this.fieldParser = new FieldParser(definitions, messages);
    }

    MessageNode body() {
        tokens.expect("{");
        tokens.enter();
        while (!tokens.takeIf("}")) {
            statement();
        }
        tokens.leave();
        Options set = options.build();
        int highest =
                set.isTrue("message_set_wire_format") ? NumberRange.HIGHEST_IN_MESSAGE_SET : NumberRange.HIGHEST_FIELD;
        return new MessageNode(
                name,
                set,
                fields,
                oneofs,
                messages,
                enums,
                extensions,
                Reservations.bounded(extensionRanges, highest),
                Reservations.bounded(reservations.ranges(), highest),
                reservations.names(),
                false,
                line);
    }

    private void statement() {
        if (tokens.takeIf(";")) {
            return;
        }
        definitions.skipVisibility();
        if (tokens.takeIf("message")) {
            messages.add(definitions.message());
        } else if (tokens.takeIf("enum")) {
            enums.add(definitions.enumeration());
        } else if (tokens.takeIf("extend")) {
            extensions.add(definitions.extend(messages));
        } else if (tokens.takeIf("option")) {
            definitions.options().statement(options);
        } else if (tokens.takeIf("oneof")) {
            oneof();
        } else if (tokens.takeIf("extensions")) {
            extensions();
        } else if (tokens.takeIf("reserved")) {
            reservations.statement();
        } else {
            fields.add(fieldParser.field(null));
        }
    }

    private void oneof() {
        String oneof = tokens.word("the name of a oneof");
        Options.Builder oneofOptions = new Options.Builder();
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
            if (tokens.takeIf("option")) {
                definitions.options().statement(oneofOptions);
            } else if (!tokens.takeIf(";")) {
                fields.add(fieldParser.field(oneof));
            }
        }
        oneofs.add(new OneofNode(oneof, oneofOptions.build()));
    }

    /** What is declared of the extensions of a range is kept with the options of the message. */
    private void extensions() {
        List<NumberRange> ranges = reservations.ranges("an extension number");
        extensionRanges.addAll(ranges);
        definitions.options().bracketed("extensions " + ranges.getFirst() + ": ", options);
        tokens.expect(";");
    }
}
