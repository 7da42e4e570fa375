/** Semantic versions against org.semver4j, in one run. */
@NullMarked
package io.axiom.benchmarks.semver;

import org.jspecify.annotations.NullMarked;
