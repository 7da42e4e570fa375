/** Releases: the commits a version is made from, the tag it gets, and the changelog it and its predecessors have. */
@NullMarked
package io.axiom.version.release;

import org.jspecify.annotations.NullMarked;
