package io.axiom.version.surface.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The name of a media type (RFC 6838) in its parts; parameters as text, sorted. */
record MediaTypeName(String type, String subtype, String suffix, List<String> parameters) {

    static MediaTypeName of(String name) {
        String[] parts = name.split(";", -1);
        String plain = parts[0].strip().toLowerCase(Locale.ROOT);
        int slash = plain.indexOf('/');
        int plus = plain.lastIndexOf('+');
        List<String> parameters = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> !parameter.isEmpty())
                .sorted()
                .toList();
        return new MediaTypeName(
                slash < 0 ? plain : plain.substring(0, slash),
                plain.substring(slash + 1, plus > slash ? plus : plain.length()),
                plus > slash ? plain.substring(plus + 1) : "",
                parameters);
    }

    /** Whether the other is the same but for parameters, or a format built on this one: problem+json on json. */
    boolean contains(MediaTypeName other) {
        if (!type.equals(other.type)) {
            return false;
        }
        boolean builtOn = suffix.isEmpty() && !other.suffix.isEmpty() && other.suffix.equals(subtype);
        return builtOn || subtype.equals(other.subtype) && suffix.equals(other.suffix);
    }
}
