package io.axiom.deployment.rollout;

import java.util.List;

/** Which rollouts there are. */
public interface OpenRollouts {
    /** Ids of rollouts that are doing something. */
    List<String> rollouts();

    /** The components ever deployed to an environment, as of now. */
    List<String> components(String environment);
}
