/** Questions about databases, their migrations and their schemas. */
@NullMarked
package io.axiom.migration.status;

import org.jspecify.annotations.NullMarked;
