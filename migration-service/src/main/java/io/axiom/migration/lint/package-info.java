/** Finds what is dangerous in a migration before it runs, and says what to do instead. */
@NullMarked
package io.axiom.migration.lint;

import org.jspecify.annotations.NullMarked;
