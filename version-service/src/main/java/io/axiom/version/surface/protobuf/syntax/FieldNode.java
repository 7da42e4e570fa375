package io.axiom.version.surface.protobuf.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A field or an extension as written.
 *
 * @param type scalar or type name as written; of a map or group the message made for it
 * @param oneof name of the oneof it stands in
 */
public record FieldNode(
        String name,
        int number,
        Label label,
        String type,
        Shape shape,
        @Nullable String oneof,
        Options options,
        int line) {

    /** The word before the type. */
    public enum Label {
        NONE,
        OPTIONAL,
        REQUIRED,
        REPEATED
    }

    /** Whether the type is plain, or a message was made for it. */
    public enum Shape {
        PLAIN,
        GROUP,
        MAP
    }
}
