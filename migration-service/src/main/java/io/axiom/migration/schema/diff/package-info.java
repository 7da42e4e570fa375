/** What differs between two schemas, in words, and the statements that lead from one to the other. */
@NullMarked
package io.axiom.migration.schema.diff;

import org.jspecify.annotations.NullMarked;
