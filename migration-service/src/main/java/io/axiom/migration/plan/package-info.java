/** Plans: what a run would do, in which order, at which cost, and how it is taken back. */
@NullMarked
package io.axiom.migration.plan;

import org.jspecify.annotations.NullMarked;
