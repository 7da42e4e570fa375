/** Comparison of OpenAPI documents: what a newer version means for the clients of an older one. */
@NullMarked
package io.axiom.version.surface.openapi;

import org.jspecify.annotations.NullMarked;
