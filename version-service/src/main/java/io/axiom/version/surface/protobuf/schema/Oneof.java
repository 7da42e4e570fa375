package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;

/** A set of fields of which at most one is set. */
public record Oneof(String fullName, SchemaFile file, Options options) implements Element {}
