package io.axiom.version.surface.protobuf.syntax;

import io.axiom.version.surface.protobuf.syntax.FieldNode.Label;
import io.axiom.version.surface.protobuf.syntax.FieldNode.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields, map fields and groups. */
final class FieldParser {
    private static final int HIGHEST = NumberRange.HIGHEST_IN_MESSAGE_SET;

    private final Definitions definitions;
    private final Tokens tokens;
    private final List<MessageNode> surrounding;

    /** @param surrounding where the messages of groups and maps are put */
    FieldParser(Definitions definitions, List<MessageNode> surrounding) {
        this.definitions = definitions;
        this.tokens = definitions.tokens();
        this.surrounding = surrounding;
    }

    FieldNode field(@Nullable String oneof) {
        int line = tokens.current().line();
        Label label = label();
        if (tokens.at("map") && tokens.following().is("<")) {
            return map(line, label, oneof);
        }
        if (tokens.at("group") && tokens.following().kind() == Token.Kind.WORD) {
            return group(line, label, oneof);
        }
        String type = tokens.dottedName("a field");
        String name = tokens.word("the name of a field");
        int number = number();
        Options options = definitions.options().bracketed();
        tokens.expect(";");
        return new FieldNode(name, number, label, type, Shape.PLAIN, oneof, options, line);
    }

    private Label label() {
        boolean isLabel = tokens.following().kind() == Token.Kind.WORD
                || tokens.following().is(".");
        if (isLabel && tokens.takeIf("optional")) {
            return Label.OPTIONAL;
        }
        if (isLabel && tokens.takeIf("required")) {
            return Label.REQUIRED;
        }
        if (isLabel && tokens.takeIf("repeated")) {
            return Label.REPEATED;
        }
        return Label.NONE;
    }

    private FieldNode map(int line, Label label, @Nullable String oneof) {
        if (label != Label.NONE || oneof != null) {
            throw tokens.error("a map field must not have a label nor stand in a oneof");
        }
        tokens.take();
        tokens.expect("<");
        String key = tokens.word("the type of the key");
        tokens.expect(",");
        String value = tokens.dottedName("the type of the value");
        tokens.expect(">");
        String name = tokens.word("the name of a field");
        int number = number();
        Options options = definitions.options().bracketed();
        tokens.expect(";");
        String entry = entryName(name);
        surrounding.add(new MessageNode(
                entry,
                Options.NONE,
                List.of(member("key", 1, key, line, options), member("value", 2, value, line, options)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                true,
                line));
        return new FieldNode(name, number, Label.REPEATED, entry, Shape.MAP, null, options, line);
    }

    /** The features of a map field hold for its keys and values. */
    private static FieldNode member(String name, int number, String type, int line, Options ofMap) {
        Options.Builder features = new Options.Builder();
        ofMap.values().forEach((path, value) -> {
            if (path.startsWith("features.")) {
                features.put(path, value);
            }
        });
        return new FieldNode(name, number, Label.OPTIONAL, type, Shape.PLAIN, null, features.build(), line);
    }

    private FieldNode group(int line, Label label, @Nullable String oneof) {
        tokens.take();
        String name = tokens.word("the name of a group");
        int number = number();
        Options options = definitions.options().bracketed();
        surrounding.add(new MessageParser(definitions, name, line).body());
        return new FieldNode(name.toLowerCase(Locale.ROOT), number, label, name, Shape.GROUP, oneof, options, line);
    }

    private int number() {
        tokens.expect("=");
        return tokens.integer("the number of a field", 1, HIGHEST);
    }

    /** The name protoc gives to the message of a map field: {@code foo_bar} becomes {@code FooBarEntry}. */
    private static String entryName(String field) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (char c : field.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return name.append("Entry").toString();
    }
}
