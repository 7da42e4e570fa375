/** Going back: the policy that asks for it, the plan for a whole environment, and the process that carries it out. */
@NullMarked
package io.axiom.deployment.rollback;

import org.jspecify.annotations.NullMarked;
