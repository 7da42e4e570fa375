/** Comparison of Protobuf surfaces. */
@NullMarked
package io.axiom.version.surface.protobuf;

import org.jspecify.annotations.NullMarked;
