package io.axiom.language.version.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import org.jspecify.annotations.Nullable;

/**
 * What became of one surface.
 *
 * @param comparison null unless it changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurfaceDifference(
        SurfaceKind kind,
        String name,
        Difference difference,
        @Nullable SurfaceComparison comparison) {}
