/** The deployment context: environments, rollouts, rollbacks, instances. */
@NullMarked
package io.axiom.deployment;

import org.jspecify.annotations.NullMarked;
