/** Snapshots of a database's schema: what is there, in a form that can be compared, stored and rebuilt. */
@NullMarked
package io.axiom.migration.schema;

import org.jspecify.annotations.NullMarked;
