/**
 * Makes the world what a rollout's state says: runs steps, keeps instances alive, keeps the router's route, watches releases,
 * minds deadlines. Everything here is derived from state, so after a crash it is simply derived again.
 */
@NullMarked
package io.axiom.deployment.execution;

import org.jspecify.annotations.NullMarked;
