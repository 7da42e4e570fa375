package io.axiom.version.surface.protobuf.schema;

/**
 * A reference to a message or enum.
 *
 * @param name fully qualified; as written when the type is unresolved
 */
public record TypeName(String name, Kind kind) {
    public boolean isResolved() {
        return kind != Kind.UNRESOLVED;
    }
}
