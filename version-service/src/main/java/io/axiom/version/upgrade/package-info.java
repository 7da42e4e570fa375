/** Compatibility, upgrade paths, comparisons and resolution over REST. */
@NullMarked
package io.axiom.version.upgrade;

import org.jspecify.annotations.NullMarked;
