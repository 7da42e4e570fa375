package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Dialect;
import io.axiom.version.surface.protobuf.syntax.Options;

/**
 * The resolved features that change wire, JSON or generated code. Older dialects are fixed sets of them; editions let each
 * element override what surrounds it (protobuf.dev/editions/features).
 */
public record Features(
        String fieldPresence,
        String enumType,
        String utf8Validation,
        String messageEncoding,
        String jsonFormat,
        String cppStringType,
        String javaUtf8Validation) {

    static Features of(Dialect dialect) {
        return switch (dialect) {
            case PROTO2 ->
                new Features(
                        "EXPLICIT", "CLOSED", "NONE", "LENGTH_PREFIXED", "LEGACY_BEST_EFFORT", "STRING", "DEFAULT");
            case PROTO3 -> new Features("IMPLICIT", "OPEN", "VERIFY", "LENGTH_PREFIXED", "ALLOW", "STRING", "DEFAULT");
            case EDITION_2023 ->
                new Features("EXPLICIT", "OPEN", "VERIFY", "LENGTH_PREFIXED", "ALLOW", "STRING", "DEFAULT");
            case EDITION_2024 ->
                new Features("EXPLICIT", "OPEN", "VERIFY", "LENGTH_PREFIXED", "ALLOW", "VIEW", "DEFAULT");
        };
    }

    /** What holds inside an element with the given options. */
    Features with(Options options) {
        if (options.values().isEmpty()) {
            return this;
        }
        return new Features(
                options.text("features.field_presence", fieldPresence),
                options.text("features.enum_type", enumType),
                options.text("features.utf8_validation", utf8Validation),
                options.text("features.message_encoding", messageEncoding),
                options.text("features.json_format", jsonFormat),
                options.text("features.(pb.cpp).string_type", cppStringType),
                options.text("features.(pb.java).utf8_validation", javaUtf8Validation));
    }
}
