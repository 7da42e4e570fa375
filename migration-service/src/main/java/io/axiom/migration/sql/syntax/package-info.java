/**
 * What statements do, as far as judging a migration needs it: one record per sort of statement, with the offsets of its parts.
 * Queries and expressions stay token lists. What no reader understands becomes {@link io.axiom.migration.sql.syntax.Unread}.
 */
@NullMarked
package io.axiom.migration.sql.syntax;

import org.jspecify.annotations.NullMarked;
