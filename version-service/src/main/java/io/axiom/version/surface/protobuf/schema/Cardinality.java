package io.axiom.version.surface.protobuf.schema;

/** How many values a field holds, and whether absence can be told from the default. */
public enum Cardinality {
    OPTIONAL_EXPLICIT("optional with explicit presence"),
    OPTIONAL_IMPLICIT("optional with implicit presence"),
    REQUIRED("required"),
    REPEATED("repeated"),
    MAP("map");

    private final String title;

    Cardinality(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
