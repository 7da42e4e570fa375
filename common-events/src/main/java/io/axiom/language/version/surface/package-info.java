/** What a version offers to others (its surfaces), and how two of them differ. */
@NullMarked
package io.axiom.language.version.surface;

import org.jspecify.annotations.NullMarked;
