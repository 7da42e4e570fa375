/** Real PostgreSQL and Kafka on one machine: what {@code ./axiom up} starts and what tests run on. */
@NullMarked
package io.axiom.infrastructure;

import org.jspecify.annotations.NullMarked;
