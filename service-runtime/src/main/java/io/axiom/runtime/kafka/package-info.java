/** Kafka: the relay that tells, the intake that listens, replies and dead letters. */
@NullMarked
package io.axiom.runtime.kafka;

import org.jspecify.annotations.NullMarked;
