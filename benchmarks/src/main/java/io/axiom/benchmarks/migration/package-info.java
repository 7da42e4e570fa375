/** Migrations, against Flyway. */
@NullMarked
package io.axiom.benchmarks.migration;

import org.jspecify.annotations.NullMarked;
