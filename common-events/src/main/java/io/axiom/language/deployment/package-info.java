/** Commands and events of environments, rollouts and rollbacks. */
@NullMarked
package io.axiom.language.deployment;

import org.jspecify.annotations.NullMarked;
