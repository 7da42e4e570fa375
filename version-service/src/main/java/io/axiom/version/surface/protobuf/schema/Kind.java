package io.axiom.version.surface.protobuf.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field holds, by how it travels. */
public enum Kind {
    INT32,
    INT64,
    UINT32,
    UINT64,
    SINT32,
    SINT64,
    FIXED32,
    FIXED64,
    SFIXED32,
    SFIXED64,
    FLOAT,
    DOUBLE,
    BOOL,
    STRING,
    BYTES,
    MESSAGE,
    /** A message between a start and an end tag: a proto2 group, or {@code message_encoding = DELIMITED}. */
    GROUP,
    ENUM,
    /** A message or an enum of a file that was not given. */
    UNRESOLVED;

    private static final Map<String, Kind> SCALARS = Stream.of(values())
            .filter(kind -> kind.compareTo(MESSAGE) < 0)
            .collect(Collectors.toUnmodifiableMap(Kind::word, kind -> kind));

    static Optional<Kind> scalar(String word) {
        return Optional.ofNullable(SCALARS.get(word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isText() {
        return this == STRING || this == BYTES;
    }

    public boolean is64BitInteger() {
        return switch (this) {
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> true;
            default -> false;
        };
    }

    public boolean isNamed() {
        return compareTo(MESSAGE) >= 0;
    }

    public boolean isMessage() {
        return this == MESSAGE || this == GROUP;
    }
}
