package io.axiom.eventstore;

/**
 * Where a stream ends.
 *
 * @param partition first position of the partition its last event is in
 */
record StreamHead(long sequence, long partition) {}
