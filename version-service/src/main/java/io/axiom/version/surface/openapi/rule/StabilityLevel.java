package io.axiom.version.surface.openapi.rule;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How settled an operation or property is, by {@code x-stability-level}; what says nothing is stable. */
public enum StabilityLevel {
    DRAFT,
    ALPHA,
    BETA,
    STABLE;

    private static final String FIELD = "x-stability-level";

    /** Null where the field holds something else than a level. */
    public static @Nullable StabilityLevel of(JsonNode element) {
        JsonNode value = element.get(FIELD);
        if (value == null || value.isNull()) {
            return STABLE;
        }
        return Arrays.stream(values())
                .filter(level -> value.isString() && level.word().equals(value.asString()))
                .findFirst()
                .orElse(null);
    }

    /** The field as it stands. */
    public static String text(JsonNode element) {
        return element.path(FIELD).asString("");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
