/** Figures of the whole platform, measured from outside of it. */
@NullMarked
package io.axiom.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
