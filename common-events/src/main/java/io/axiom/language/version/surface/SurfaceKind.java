package io.axiom.language.version.surface;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of surface a version may carry. */
public enum SurfaceKind {
    /** OpenAPI 3.0 or 3.1, JSON or YAML. */
    OPENAPI,
    /** JSON Schema, draft 4 to 2020-12. */
    JSON_SCHEMA,
    /** One .proto file, or several as a JSON object of file name to text. */
    PROTOBUF,
    /** A jar's public Java API; the content is the jar in Base64. */
    JAR,
    /** Axiom's own event schemas, as a JSON object of type name to JSON Schema. */
    EVENTS;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static SurfaceKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "surface.kind-unknown",
                        Rejection.Kind.INVALID,
                        "There is no kind of surface \"" + Texts.shorten(word, 80) + "\".",
                        "Use one of "
                                + Arrays.stream(values()).map(SurfaceKind::word).collect(Collectors.joining(", "))
                                + ".")));
    }
}
