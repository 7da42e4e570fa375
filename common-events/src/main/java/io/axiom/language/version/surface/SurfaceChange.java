package io.axiom.language.version.surface;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two surfaces.
 *
 * @param rule stable id, for example {@code request-property-became-required}
 * @param path where, in the surface's own terms: a JSON pointer, a Protobuf or Java name
 * @param previous the value before, as text; null where there was none
 * @param current the value now, as text; null where there is none
 * @param addition whether it offers something new, which asks for a minor version
 * @param sentence what it means for those who use the surface
 */
public record SurfaceChange(
        String rule,
        Judgement judgement,
        String path,
        @Nullable String previous,
        @Nullable String current,
        boolean addition,
        String sentence) {}
