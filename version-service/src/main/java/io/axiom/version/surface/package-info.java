/** What versions offer to others: the contents of surfaces, and the comparators that say how two of them differ. */
@NullMarked
package io.axiom.version.surface;

import org.jspecify.annotations.NullMarked;
