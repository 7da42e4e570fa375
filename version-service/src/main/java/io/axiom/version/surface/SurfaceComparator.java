package io.axiom.version.surface;

import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;

/** Compares two surfaces of one kind; declared as a bean. Works in bounded time and memory on whatever it is given. */
public interface SurfaceComparator {
    SurfaceKind kind();

    /**
     * Throws {@link io.axiom.language.RejectedException} when one of them cannot be read.
     *
     * @param previous its text; a jar in Base64
     */
    SurfaceComparison compare(String previous, String current);
}
