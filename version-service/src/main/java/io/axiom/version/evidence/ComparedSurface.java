package io.axiom.version.evidence;

import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceReference;
import org.jspecify.annotations.Nullable;

/**
 * One of a new version's surfaces, or one its predecessor had and it lacks.
 *
 * @param current null when the surface is gone
 * @param previous null when the surface is new
 * @param comparison null when there are not two to compare
 */
public record ComparedSurface(
        @Nullable SurfaceReference current,
        @Nullable SurfaceReference previous,
        @Nullable SurfaceComparison comparison) {}
