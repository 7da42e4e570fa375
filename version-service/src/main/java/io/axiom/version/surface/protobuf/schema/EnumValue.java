package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;

/** A value of an enum, named below its enum although Protobuf scopes it beside. */
public record EnumValue(String fullName, SchemaFile file, Options options, int number) implements Element {}
