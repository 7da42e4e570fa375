/** A small seam over the three engines: sessions that run SQL and answer in text, and identifiers quoted as each wants. */
@NullMarked
package io.axiom.migration.database;

import org.jspecify.annotations.NullMarked;
