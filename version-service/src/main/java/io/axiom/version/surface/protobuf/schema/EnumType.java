package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.NumberRange;
import io.axiom.version.surface.protobuf.syntax.Options;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An enum; its values in the order written. */
public record EnumType(
        String fullName,
        SchemaFile file,
        Options options,
        Features features,
        List<EnumValue> values,
        List<NumberRange> reservedRanges,
        Set<String> reservedNames)
        implements Element {

    /** Whether readers treat numbers they do not know as unknown fields. */
    public boolean isClosed() {
        return features.enumType().equals("CLOSED");
    }

    /** The names of each number; more than one where aliases are allowed. */
    public NavigableMap<Integer, Set<String>> namesByNumber() {
        NavigableMap<Integer, Set<String>> names = new TreeMap<>();
        values.forEach(value ->
                names.computeIfAbsent(value.number(), number -> new TreeSet<>()).add(value.name()));
        return names;
    }
}
