/** Which versions of several components go together, asked and answered. */
@NullMarked
package io.axiom.language.version.resolution;

import org.jspecify.annotations.NullMarked;
