package io.axiom.version.surface.protobuf.syntax;

import java.util.List;
import java.util.Set;

/** An enum as written. */
public record EnumNode(
        String name,
        Options options,
        List<ValueNode> values,
        List<NumberRange> reservedRanges,
        Set<String> reservedNames,
        int line) {

    /** One value of it. */
    public record ValueNode(String name, int number, Options options) {}
}
