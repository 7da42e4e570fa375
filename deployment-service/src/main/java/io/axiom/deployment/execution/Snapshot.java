package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A rollout's state as of a position.
 *
 * @param last the event that made it, null when there is none
 */
record Snapshot(RolloutState state, long position, @Nullable RecordedEvent last) {}
