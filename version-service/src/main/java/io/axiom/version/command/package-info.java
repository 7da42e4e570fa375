/** Registering, creating and retiring over REST, straight to this service: it works with Kafka and the gateway down. */
@NullMarked
package io.axiom.version.command;

import org.jspecify.annotations.NullMarked;
