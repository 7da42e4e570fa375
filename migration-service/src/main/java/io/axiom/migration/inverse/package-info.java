/**
 * The way back of a migration: generated from what the migration does to a scratch database, graded in words, and proven by
 * going there and back again with rows in the tables.
 */
@NullMarked
package io.axiom.migration.inverse;

import org.jspecify.annotations.NullMarked;
