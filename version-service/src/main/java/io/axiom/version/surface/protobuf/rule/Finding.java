package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import org.jspecify.annotations.Nullable;

/**
 * A difference a rule found, with the files it concerns.
 *
 * @param previousFile where it was; null where there was none
 * @param currentFile where it is now; null where there is none
 */
public record Finding(
        Rule rule,
        SurfaceChange change,
        @Nullable SchemaFile previousFile,
        @Nullable SchemaFile currentFile) {}
