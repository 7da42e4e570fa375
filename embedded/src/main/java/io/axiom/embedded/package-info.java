/** The whole platform on one machine: real PostgreSQL, real Kafka, every service in this JVM, the router beside it. */
@NullMarked
package io.axiom.embedded;

import org.jspecify.annotations.NullMarked;
