package io.axiom.version.surface.jsonschema.document;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The version of JSON Schema a document is written in, in order of time; {@code $schema} says which. */
public enum Dialect {
    DRAFT_4("json-schema.org/draft-04/schema"),
    DRAFT_6("json-schema.org/draft-06/schema"),
    DRAFT_7("json-schema.org/draft-07/schema"),
    DRAFT_2019_09("json-schema.org/draft/2019-09/schema"),
    DRAFT_2020_12("json-schema.org/draft/2020-12/schema"),
    /** No or a foreign {@code $schema}: the keywords of all drafts are understood. */
    UNSTATED("");

    private final String address;

    Dialect(String address) {
        this.address = address;
    }

    static Dialect of(JsonNode root) {
        Dialect known = named(root.path("$schema").asString(""));
        return known == null ? UNSTATED : known;
    }

    /** The dialect of a {@code $schema} value; null when it names none of these drafts. */
    public static @Nullable Dialect named(String schema) {
        String address = schema.replaceFirst("^https?://", "").replaceFirst("#$", "");
        for (Dialect dialect : values()) {
            if (dialect.address.equals(address)) {
                return dialect;
            }
        }
        return null;
    }

    /** Up to draft 7 everything beside {@code $ref} is ignored. */
    boolean referenceStandsAlone() {
        return compareTo(DRAFT_7) <= 0;
    }
}
