package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.NumberRange;
import io.axiom.version.surface.protobuf.syntax.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message.
 *
 * @param fields by number
 * @param oneofs by name; what proto3's {@code optional} makes in descriptors is not among them
 * @param mapEntry whether a map field made it
 */
public record Message(
        String fullName,
        SchemaFile file,
        Options options,
        Features features,
        Map<Integer, Field> fields,
        Map<String, Oneof> oneofs,
        List<NumberRange> extensionRanges,
        List<NumberRange> reservedRanges,
        Set<String> reservedNames,
        boolean mapEntry)
        implements Element {}
