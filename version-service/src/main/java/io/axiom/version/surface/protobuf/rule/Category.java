package io.axiom.version.surface.protobuf.rule;

/** What a rule protects, from the widest promise to the narrowest; the first four are buf's categories. */
public enum Category {
    /** Generated source code, file by file: C++ and Python care in which file a type is. */
    FILE,
    /** Generated source code, package by package. */
    PACKAGE,
    /** The binary and the JSON encoding. */
    WIRE_JSON,
    /** The binary encoding. */
    WIRE,
    /** Not buf's: additions, and what buf does not look at. */
    AXIOM
}
