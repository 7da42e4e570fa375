/** Aggregates as two pure functions, decide and evolve, in a thin Axon shell. */
@NullMarked
package io.axiom.runtime.aggregate;

import org.jspecify.annotations.NullMarked;
