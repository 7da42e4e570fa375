/** Two versions of a component side by side. */
@NullMarked
package io.axiom.language.version.comparison;

import org.jspecify.annotations.NullMarked;
