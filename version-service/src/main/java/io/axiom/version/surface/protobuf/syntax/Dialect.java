package io.axiom.version.surface.protobuf.syntax;

/** Which Protobuf language a file is written in. */
public enum Dialect {
    PROTO2("proto2"),
    PROTO3("proto3"),
    EDITION_2023("edition 2023"),
    EDITION_2024("edition 2024");

    private final String title;

    Dialect(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean isEdition() {
        return this == EDITION_2023 || this == EDITION_2024;
    }
}
