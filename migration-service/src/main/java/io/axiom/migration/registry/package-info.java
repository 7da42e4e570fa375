/** What databases there are and what was done to them: one aggregate for each. */
@NullMarked
package io.axiom.migration.registry;

import org.jspecify.annotations.NullMarked;
