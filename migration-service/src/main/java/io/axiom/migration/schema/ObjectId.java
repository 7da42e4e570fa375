package io.axiom.migration.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Which object of a schema. As text: {@code column public.users.email}, parts in double quotes where they are not plain words.
 *
 * @param schema empty where there is none
 * @param owner the table or view it is part of, else empty
 * @param name functions carry the types of their arguments: {@code f(integer, text)}
 */
public record ObjectId(Kind kind, String schema, String owner, String name) implements Comparable<ObjectId> {
    public static ObjectId of(Kind kind, String schema, String name) {
        return new ObjectId(kind, schema, "", name);
    }

    /** A part of a table or view. */
    public static ObjectId part(Kind kind, ObjectId owner, String name) {
        return new ObjectId(kind, owner.schema, owner.name, name);
    }

    /** Reads what {@link #text} writes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ObjectId parse(String text) {
        String word = Kind.BY_LENGTH.stream()
                .filter(kind -> text.startsWith(kind + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not the name of a schema object: " + text));
        Kind kind = Kind.of(word);
        List<String> parts = split(text.substring(word.length() + 1));
        return switch (parts.size()) {
            case 1 -> new ObjectId(kind, "", "", parts.getFirst());
            case 2 ->
                kind.owned()
                        ? new ObjectId(kind, "", parts.get(0), parts.get(1))
                        : new ObjectId(kind, parts.get(0), "", parts.get(1));
            case 3 -> new ObjectId(kind, parts.get(0), parts.get(1), parts.get(2));
            default -> throw new IllegalArgumentException("Not the name of a schema object: " + text);
        };
    }

    /** Kind and name, as {@code column public.users.email}. */
    @JsonValue
    public String text() {
        return kind.word() + ' ' + path();
    }

    /** The name without the kind, schema and owner left out where there is none. */
    public String path() {
        String first = schema.isEmpty() ? "" : plain(schema) + '.';
        return first + (owner.isEmpty() ? "" : plain(owner) + '.') + plain(name);
    }

    private static String plain(String part) {
        boolean word =
                !part.isEmpty() && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        return word ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < path.length() && path.charAt(i + 1) == '"';
                if (doubled) {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    @Override
    public int compareTo(ObjectId other) {
        int order = kind.compareTo(other.kind);
        order = order != 0 ? order : schema.compareTo(other.schema);
        order = order != 0 ? order : owner.compareTo(other.owner);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return text();
    }
}
