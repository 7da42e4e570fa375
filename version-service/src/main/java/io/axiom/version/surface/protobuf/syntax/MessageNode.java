package io.axiom.version.surface.protobuf.syntax;

import java.util.List;
import java.util.Set;

/**
 * A message as written. Groups and map fields have made their message beside the field, as in descriptors.
 *
 * @param mapEntry whether a map field made it
 */
public record MessageNode(
        String name,
        Options options,
        List<FieldNode> fields,
        List<OneofNode> oneofs,
        List<MessageNode> messages,
        List<EnumNode> enums,
        List<ExtendNode> extensions,
        List<NumberRange> extensionRanges,
        List<NumberRange> reservedRanges,
        Set<String> reservedNames,
        boolean mapEntry,
        int line) {

    /** A oneof; its fields name it. */
    public record OneofNode(String name, Options options) {}
}
