package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;
import org.jspecify.annotations.Nullable;

/**
 * A field of a message, or an extension.
 *
 * @param owner the message it belongs to; of an extension the message it extends
 * @param extension whether it is declared outside its message
 * @param requiredByLabel whether it has the label {@code required}
 * @param typeName of a message or enum; as written when the type is unresolved
 * @param oneof name of the oneof it stands in
 * @param mapMember whether it is the key or value of a map
 */
public record Field(
        String fullName,
        SchemaFile file,
        Options options,
        Features features,
        int number,
        String owner,
        boolean extension,
        Cardinality cardinality,
        boolean requiredByLabel,
        Kind kind,
        @Nullable String typeName,
        @Nullable String oneof,
        boolean mapMember,
        @Nullable DefaultValue defaultValue)
        implements Element {

    /** The type for people: the scalar's word, or the name of the type. */
    public String typeText() {
        return typeName != null ? typeName : kind.word();
    }

    /** What the field is called in JSON: as told, or in lower camel case as protoc does it. */
    public String jsonName() {
        return options.find("json_name").map(value -> value.display()).orElseGet(() -> camelCase(name()));
    }

    private static String camelCase(String name) {
        StringBuilder json = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                json.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return json.toString();
    }
}
