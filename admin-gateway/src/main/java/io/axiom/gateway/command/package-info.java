/** From a REST request to a command on Kafka and back to an answer: idempotency keys, replies, break glass. */
@NullMarked
package io.axiom.gateway.command;

import org.jspecify.annotations.NullMarked;
