package io.axiom.deployment.execution;

import java.util.Set;

/** The rollouts this service ever acted for: where to look for what was under way. */
public interface KnownRollouts {
    Set<String> all();

    /** Must be durable before anything is done for the rollout. */
    void remember(String rolloutId);
}
