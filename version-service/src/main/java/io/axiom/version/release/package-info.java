/** Releases and Git: what a version is made from, and the tag it gets. */
@NullMarked
package io.axiom.version.release;

import org.jspecify.annotations.NullMarked;
