/** Databases and their migrations. */
@NullMarked
package io.axiom.cli.migration;

import org.jspecify.annotations.NullMarked;
