/** Semantic Versioning 2.0.0 and npm's range grammar. Depends on nothing. */
@NullMarked
package io.axiom.semver;

import org.jspecify.annotations.NullMarked;
