package io.axiom.gateway.audit;

import io.axiom.language.EventReference;

/**
 * Whether a cause that has not arrived exists. An event is written after its cause, so when a context's log, asked after
 * the effect was read, has not reached the cause's position, there is no such cause and nothing must wait for it.
 */
@FunctionalInterface
interface CauseCheck {
    /** False also when the service cannot be asked. */
    boolean doesNotExist(EventReference cause);
}
