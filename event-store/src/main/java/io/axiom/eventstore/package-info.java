/** The log: events in PostgreSQL with gapless positions in commit order, group commit and a hash chain. */
@NullMarked
package io.axiom.eventstore;

import org.jspecify.annotations.NullMarked;
