/** SQL as text: tokens, and statements with their places, split as each dialect's own client splits them. */
@NullMarked
package io.axiom.migration.sql;

import org.jspecify.annotations.NullMarked;
