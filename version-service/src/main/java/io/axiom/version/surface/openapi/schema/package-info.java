/** Comparison of schemas: pairs that differ are found once, then judged at every place that uses them. */
@NullMarked
package io.axiom.version.surface.openapi.schema;

import org.jspecify.annotations.NullMarked;
