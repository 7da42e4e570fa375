package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.ProtoFile;
import io.axiom.version.surface.protobuf.syntax.TextBudget;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a set of files declares. Files, messages, enums and services are keyed by name, nested ones included.
 *
 * @param extensions by the message they extend and their number
 */
public record Schema(
        SortedMap<String, SchemaFile> files,
        SortedMap<String, Message> messages,
        SortedMap<String, EnumType> enums,
        SortedMap<String, Service> services,
        SortedMap<ExtensionKey, Field> extensions) {

    /** What tells extensions apart on the wire. */
    public record ExtensionKey(String extendee, int number) implements Comparable<ExtensionKey> {
        @Override
        public int compareTo(ExtensionKey other) {
            int byName = extendee.compareTo(other.extendee);
            return byName != 0 ? byName : Integer.compare(number, other.number);
        }
    }

    /**
     * Parses and links files.
     *
     * @param sources text by file name
     * @throws io.axiom.language.RejectedException with {@code surface.malformed} when protoc would not take them,
     *     {@code surface.too-deep} or {@code surface.too-large}
     */
    public static Schema of(Map<String, String> sources) {
        TextBudget budget = new TextBudget();
        SortedMap<String, ProtoFile> files = new TreeMap<>();
        sources.forEach((name, text) -> files.put(name, ProtoFile.parse(name, text, budget)));
        return new SchemaBuilder(Declarations.of(files.values(), budget), budget).build(files);
    }
}
