package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Dialect;
import io.axiom.version.surface.protobuf.syntax.Options;
import java.util.Set;

/**
 * A file.
 *
 * @param packageName empty when it has none
 * @param publicImports what importers of this file see through it
 * @param missingImports files it sees that were not given and are not Protobuf's own
 */
public record SchemaFile(
        String name,
        String packageName,
        Dialect dialect,
        Options options,
        Set<String> publicImports,
        Set<String> missingImports) {}
