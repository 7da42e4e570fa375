/** A rollout: one component in one environment. Decides deployments and rollbacks as plans of steps. */
@NullMarked
package io.axiom.deployment.rollout;

import org.jspecify.annotations.NullMarked;
