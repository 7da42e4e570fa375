package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Options;
import java.util.Map;

/** A service; its procedures by name. */
public record Service(String fullName, SchemaFile file, Options options, Map<String, Rpc> rpcs) implements Element {}
