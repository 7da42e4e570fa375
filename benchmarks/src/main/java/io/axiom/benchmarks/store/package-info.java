/** Load on the event store: appends against Axon's own engine and against COPY, latency, replay. */
@NullMarked
package io.axiom.benchmarks.store;

import org.jspecify.annotations.NullMarked;
