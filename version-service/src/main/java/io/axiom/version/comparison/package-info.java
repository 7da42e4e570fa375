/** Two versions of a component side by side: what changed, and how. */
@NullMarked
package io.axiom.version.comparison;

import org.jspecify.annotations.NullMarked;
