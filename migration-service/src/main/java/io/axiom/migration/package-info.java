/** Migrations of databases as a service. */
@NullMarked
package io.axiom.migration;

import org.jspecify.annotations.NullMarked;
