/** Which locks statements take on PostgreSQL. */
@NullMarked
package io.axiom.migration.lint.locks;

import org.jspecify.annotations.NullMarked;
