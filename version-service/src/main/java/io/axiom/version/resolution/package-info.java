/**
 * Which versions go together: one version per component so that every declared dependency holds, the newest first, or the
 * smallest explanation why there is no such set. The algorithm is PubGrub.
 */
@NullMarked
package io.axiom.version.resolution;

import org.jspecify.annotations.NullMarked;
