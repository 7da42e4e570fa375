/** Comparison of the public Java API of two jars. Classes are parsed and never loaded. */
@NullMarked
package io.axiom.version.surface.jar;

import org.jspecify.annotations.NullMarked;
