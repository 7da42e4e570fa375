/** Routes of environments, deployments and rollbacks. */
@NullMarked
package io.axiom.gateway.deployment;

import org.jspecify.annotations.NullMarked;
